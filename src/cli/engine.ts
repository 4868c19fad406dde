import { Command } from 'commander'
import { engineApportionCommand } from './engine-apportion.ts'
import { engineMatchCommand } from './engine-match.ts'
import { engineTrackCommand } from './engine-track.ts'

/** `fotfaste engine …`: the planners on files, without database: numbers in, plan and proof out. One file a subcommand. */
export function engineCommand(): Command {
  const engine = new Command('engine').description('run a planner on a file: numbers in, plan and proof out')
  engine.addCommand(engineMatchCommand())
  engine.addCommand(engineApportionCommand())
  engine.addCommand(engineTrackCommand())
  return engine
}
