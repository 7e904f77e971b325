/** The app's reading of the register: cached answers, asked again after every decision. */
import { useQuery } from '@tanstack/react-query'
import { useSource } from './queries.tsx'
import type { PersonsAsked } from './register-source.ts'

export function useRegister() {
  const { register } = useSource()
  return useQuery({ queryKey: ['register'], queryFn: () => register.summary() })
}

export function usePersons(asked: PersonsAsked) {
  const { register } = useSource()
  return useQuery({
    queryKey: ['persons', asked],
    queryFn: () => register.persons(asked),
    placeholderData: (before) => before,
  })
}

export function usePerson(id: string) {
  const { register } = useSource()
  return useQuery({ queryKey: ['person', id], queryFn: () => register.person(id), retry: false })
}

export function useDifferences(release: string) {
  const { register } = useSource()
  return useQuery({ queryKey: ['differences', release], queryFn: () => register.differences(release) })
}

export function useNumbers() {
  const { register } = useSource()
  return useQuery({ queryKey: ['numbers'], queryFn: () => register.numbers() })
}

export function useQueue(as: string, round: string) {
  const { deciding } = useSource().register
  return useQuery({
    queryKey: ['queue', as, round],
    queryFn: () => (deciding === null ? null : deciding.queue(as, round)),
    staleTime: 0,
  })
}
