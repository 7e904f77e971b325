/** The fields of a figure or claim as a form. */
import { useId } from 'react'
import { useMessages } from '../messages/messages.tsx'
import type { EditedField } from './fields.ts'

interface Given {
  readonly form: readonly EditedField[]
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

export function FieldEditors({ form, values, onChange }: Given) {
  const { named } = useMessages()
  const prefix = useId()
  return (
    <div className="editors">
      {form.map(({ name, editor }) => {
        const given = {
          id: `${prefix}-${name}`,
          value: values[name] ?? '',
          onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
        }
        return (
          <label key={name} htmlFor={`${prefix}-${name}`}>
            {named(`field.${name}`, name)}
            {editor.kind === 'choice' ? (
              <select {...given}>
                {editor.values.map((value) => (
                  <option key={value} value={value}>
                    {named(`${editor.label}.${value}`, value)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...given}
                dir="auto"
                inputMode={editor.kind === 'number' ? 'numeric' : 'text'}
                placeholder={editor.kind === 'date' ? 'YYYY-MM-DD' : undefined}
              />
            )}
          </label>
        )
      })}
    </div>
  )
}

/** What stands in the form before anything is typed. */
export function startValues(form: readonly EditedField[], value: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(form.map(({ name }) => [name, value[name] == null ? '' : String(value[name])]))
}
