export { type CastMember, cast } from './cast.ts'
export { type Loaded, type LoadOptions, loadWorld, type Progress } from './load.ts'
export type { Seal } from './people-rows.ts'
export { layOutWorld, storyPeople, type World, type WorldOptions } from './world.ts'
