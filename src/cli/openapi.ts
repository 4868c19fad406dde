import { Command } from 'commander'
import { apiDocument } from '#api'

/** `fotfaste openapi`: prints the public API's document, as `docs/api/openapi.json` has it. */
export function openapiCommand(): Command {
  return new Command('openapi').description('print the document of the public API (OpenAPI 3.1)').action(() => {
    process.stdout.write(`${JSON.stringify(apiDocument(), null, 2)}\n`)
  })
}
