/** Arabic particles that are written onto the word behind them. */
import { remembered } from './remembered.ts'

/** The forms an Arabic word may have without the particles written onto it, the word itself first. */
export const withoutClitics = remembered((norm): readonly string[] => {
  const forms = [norm]
  let rest = norm
  if (rest.length > 3 && (rest[0] === 'و' || rest[0] === 'ف')) {
    rest = rest.slice(1)
    forms.push(rest)
  }
  if (rest.length > 3 && (rest[0] === 'ب' || rest[0] === 'ل' || rest[0] === 'ك')) {
    forms.push(rest.slice(1))
    if (rest.startsWith('لل')) forms.push(rest.slice(2))
    if (rest[1] === 'ا' && rest[2] === 'ل') forms.push(rest.slice(3))
  }
  if (rest.length > 4 && rest.startsWith('ال')) forms.push(rest.slice(2))
  return forms
})
