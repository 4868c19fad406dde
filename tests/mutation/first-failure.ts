import fc from 'fast-check'

// A change is seen by the first case that fails; looking for the smallest one would only be waited for.
fc.configureGlobal({ endOnFailure: true })
