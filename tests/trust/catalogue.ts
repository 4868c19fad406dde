import type { Above } from './above.ts'
import { reviewedFunctions } from './reviewed-functions.ts'

/** Where the house keeps data. `pgboss` is a library's, under the same fences but for its own enum and functions. */
export const schemas = [
  'organisations',
  'gate',
  'log',
  'procurement',
  'competence',
  'catalogue',
  'places',
  'candidates',
  'tracks',
  'matching',
  'placement',
  'followup',
  'reports',
  'jobs',
  'pgboss',
] as const

const isOurs = `n.nspname = any ('{${schemas.join(',')}}')`
const ofLibrary = (name: string): boolean => name.startsWith('pgboss.')

/** D1 (trust.md §4.7): every fault in how the database is built, as sentences. Nothing found: an empty list. */
export async function catalogueFaults(above: Above): Promise<string[]> {
  const parts = [
    schemaFaults,
    tableFaults,
    policyFaults,
    grantFaults,
    roleFaults,
    functionFaults,
    kindFaults,
    keyFaults,
  ]
  const found: string[] = []
  for (const part of parts) found.push(...(await part(above)))
  return found
}

async function schemaFaults(above: Above): Promise<string[]> {
  const found = await above<{ name: string; owner: string; creators: string[] }>(
    `select n.nspname as name, pg_get_userbyid(n.nspowner) as owner, array(select coalesce(r.rolname, 'PUBLIC') from aclexplode(n.nspacl) a
       left join pg_roles r on r.oid = a.grantee where a.privilege_type = 'CREATE' or a.grantee = 0)::text[] as creators
     from pg_namespace n where n.nspname !~ '^(pg_|information_schema$)'`,
  )
  const known = new Set<string>([...schemas, 'public'])
  return found.flatMap(({ name, owner, creators }) => [
    ...(known.has(name) ? [] : [`schema ${name} is not among the schemas of the house`]),
    ...(name === 'public' || owner === 'fotfaste_owner' ? [] : [`schema ${name} is owned by ${owner}`]),
    ...creators
      .filter(role => !['fotfaste_owner', 'fotfaste_gate', 'pg_database_owner'].includes(role))
      .filter(role => name !== 'public' || role.startsWith('fotfaste_') || role === 'PUBLIC')
      .map(role => `${role} may create in schema ${name}`),
  ])
}

async function tableFaults(above: Above): Promise<string[]> {
  const tables = await above<{ name: string; on: boolean; forced: boolean; owner: string; comment: string | null }>(
    `select c.oid::regclass::text as name, c.relrowsecurity as on, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
       obj_description(c.oid, 'pg_class') as comment
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${isOurs}`,
  )
  if (tables.length < 40) return [`only ${tables.length} tables were found`]
  return tables.flatMap(({ name, on, forced, owner, comment }) => [
    ...(on ? [] : [`${name}: row-level security is off`]),
    ...(forced ? [] : [`${name}: row-level security is not forced`]),
    ...(owner === 'fotfaste_owner' ? [] : [`${name} is owned by ${owner}`]),
    ...(/^K[1-5]\. \S/.test(comment ?? '') ? [] : [`${name}: the comment does not begin with a class K1–K5`]),
  ])
}

type Right = { table: string; role: string; command: string }

/** What each role may do on each table, whole or by column. */
async function rights(above: Above): Promise<Right[]> {
  return above<Right>(
    `select distinct c.oid::regclass::text as table, coalesce(r.rolname, 'PUBLIC') as role, a.privilege_type as command
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and t.attacl is not null,
       lateral (select * from aclexplode(c.relacl) union all select * from aclexplode(t.attacl)) a left join pg_roles r on r.oid = a.grantee
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and (${isOurs} or n.nspname = 'public') and a.grantee <> c.relowner`,
  )
}

async function policyFaults(above: Above): Promise<string[]> {
  const policies = await above<{ table: string; name: string; command: string; role: string; open: boolean }>(
    `select c.oid::regclass::text as table, p.polname as name, p.polpermissive and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) = 'true' as open,
       case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE' else 'ALL' end as command,
       coalesce(r.rolname, 'PUBLIC') as role
     from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace,
       unnest(p.polroles) w left join pg_roles r on r.oid = w where ${isOurs}`,
  )
  const permissive = new Set(policies.map(p => `${p.table} ${p.command} ${p.role}`))
  const has = (table: string, command: string, role: string): boolean =>
    permissive.has(`${table} ${command} ${role}`) || permissive.has(`${table} ALL ${role}`)
  const granted = (await rights(above)).filter(right => right.table !== 'migration')
  const rightSet = new Set(granted.map(right => `${right.table} ${right.command} ${right.role}`))
  return [
    ...granted
      .filter(({ table, command, role }) => !has(table, command, role) && !/_seq$/.test(table))
      .map(({ table, command, role }) => `${role} is granted ${command} on ${table} without a policy`),
    ...policies
      .filter(p => p.command !== 'ALL' && !rightSet.has(`${p.table} ${p.command} ${p.role}`))
      .map(
        p =>
          `policy ${p.name} on ${p.table} lets ${p.role} ${p.command}, which is not granted: a fence nobody stands at`,
      ),
    ...policies
      .filter(p => p.role === 'PUBLIC' || (p.role.startsWith('fotfaste_web_') && p.open))
      .map(p => `policy ${p.name} on ${p.table} is open to ${p.role}`),
  ]
}

/** Tables that only grow: nobody may change or remove a line, not even the gate (GEN-5, trust.md I3). */
export const appendOnly = ['log.event', 'gate.read_log', 'gate.sign_in_log'] as const
/** Where a login role of the web may delete, each with a policy that says when. */
const mayDelete = ['competence.requirement', 'places.pass']

async function grantFaults(above: Above): Promise<string[]> {
  const granted = await rights(above)
  const sensitive = await above<{ column: string; role: string }>(
    `select c.oid::regclass::text || '.' || t.attname as column, r.rolname as role
       from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_roles r on r.rolname ~ '^fotfaste_(web_rw|web_ro|sign_in|worker|auditor)$'
      where col_description(c.oid, t.attnum) ~ 'no grant' and has_column_privilege(r.oid, c.oid, t.attnum, 'select')`,
  )
  const marked = await above(`select from pg_description where description ~ 'sensitive: no grant'`)
  return [
    ...(marked.length >= 5 ? [] : ['the sensitive columns of a person are not marked']),
    ...sensitive.map(({ column, role }) => `${role} may read ${column}, which is marked "no grant"`),
    ...granted.filter(({ role }) => role === 'PUBLIC').map(({ table, command }) => `PUBLIC may ${command} ${table}`),
    ...granted
      .filter(
        ({ table, command }) =>
          (appendOnly as readonly string[]).includes(table) && !['SELECT', 'INSERT'].includes(command),
      )
      .map(({ table, command, role }) => `${role} may ${command} ${table}, which only grows`),
    ...granted
      .filter(({ command }) => ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'].includes(command))
      .map(({ table, command, role }) => `${role} is granted ${command} on ${table}`),
    ...granted
      .filter(
        ({ command, role, table }) =>
          command === 'DELETE' && /_web_|_sign_in$/.test(role) && !mayDelete.includes(table),
      )
      .map(({ table, role }) => `${role} may delete from ${table}`),
    ...granted
      .filter(({ command, role }) => role === 'fotfaste_web_ro' && command !== 'SELECT')
      .map(({ table, command }) => `the login role that cannot write may ${command} ${table}`),
    ...granted
      .filter(({ role, table }) => role === 'fotfaste_sign_in' || table === 'migration')
      .map(({ table, role, command }) => `${role} may ${command} ${table}`),
  ]
}

async function roleFaults(above: Above): Promise<string[]> {
  const roles = await above<{ name: string; strong: boolean; login: boolean; members: string[]; owns: string[] }>(
    `select r.rolname as name, r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolbypassrls or r.rolreplication as strong, r.rolcanlogin as login,
       array(select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid)::text[] as members,
       array(select c.oid::regclass::text from pg_class c where c.relowner = r.oid) || array(select p.proname::text from pg_proc p where p.proowner = r.oid) as owns
     from pg_roles r where r.rolname ~ '^fotfaste_(owner|gate|web_rw|web_ro|sign_in|worker|auditor)$'`,
  )
  if (roles.length !== 7) return [`${roles.length} roles of the house were found, not 7`]
  return roles.flatMap(({ name, strong, login, members, owns }) => {
    const holds = ['fotfaste_owner', 'fotfaste_gate'].includes(name)
    return [
      ...(strong ? [`${name} may more than log in`] : []),
      ...(login === !holds ? [] : [`${name} ${login ? 'can' : 'cannot'} log in`]),
      ...members.map(other => `${name} is a member of ${other} and can become it`),
      ...(holds ? [] : owns.map(thing => `${name} owns ${thing}`)),
    ]
  })
}

async function functionFaults(above: Above): Promise<string[]> {
  const functions = await above<{
    name: string
    definer: boolean
    owner: string
    pinned: boolean
    dynamic: boolean
    executors: string[] | null
  }>(
    `select n.nspname || '.' || p.proname || '/' || p.pronargs as name, p.prosecdef as definer, pg_get_userbyid(p.proowner) as owner,
       coalesce(p.proconfig, '{}') @> '{"search_path=pg_catalog, pg_temp"}' as pinned, p.prosrc ~* '\\mexecute\\M' as dynamic,
       case when p.proacl is null then array['PUBLIC'] else array(select coalesce(replace(r.rolname, 'fotfaste_', ''), 'PUBLIC') from aclexplode(p.proacl) a
         left join pg_roles r on r.oid = a.grantee where a.grantee <> p.proowner order by 1)::text[] end as executors
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${isOurs} order by 1`,
  )
  const names = new Set(functions.map(({ name }) => name))
  return [
    ...functions.flatMap(({ name, definer, owner, pinned, dynamic, executors }) => {
      const reviewed = reviewedFunctions[name]
      if (ofLibrary(name)) return definer ? [`${name} of the library runs as its owner`] : []
      const may = [...(executors ?? [])].sort().join(' ')
      return [
        ...(definer ? [] : [`${name} runs with its caller's right: it belongs in the product's code`]),
        ...(reviewed ? [] : [`${name} is not on the list of reviewed functions`]),
        ...(reviewed && may !== [...reviewed].sort().join(' ') ? [`${name} may be called by: ${may || 'nobody'}`] : []),
        ...(owner === 'fotfaste_gate' ? [] : [`${name} is owned by ${owner}`]),
        ...(pinned ? [] : [`${name} does not pin its search_path`]),
        ...(dynamic ? [`${name} builds statements out of text`] : []),
      ]
    }),
    ...Object.keys(reviewedFunctions)
      .filter(name => !names.has(name))
      .map(name => `${name} is on the list of reviewed functions and does not exist`),
  ]
}

/** What a policy cannot hold back, or what would make one slow: none of it exists (trust.md §4.5, §4.6). */
async function kindFaults(above: Above): Promise<string[]> {
  const relations = await above<{ name: string; kind: string; invoker: boolean }>(
    `select c.oid::regclass::text as name, c.relkind::text as kind, coalesce(c.reloptions, '{}') @> '{security_invoker=true}' as invoker
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('m', 'v', 'f') and ${isOurs}`,
  )
  const enums = await above<{ name: string }>(
    `select t.oid::regtype::text as name from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${isOurs}`,
  )
  const triggers = await above<{ name: string }>(
    `select t.tgname || ' on ' || t.tgrelid::regclass as name from pg_trigger t where not t.tgisinternal
     union all select r.rulename || ' on ' || r.ev_class::regclass from pg_rewrite r join pg_class c on c.oid = r.ev_class
       join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${isOurs}`,
  )
  return [
    ...relations
      .filter(({ kind, invoker }) => kind !== 'v' || !invoker)
      .map(
        ({ name, kind }) =>
          `${name} is a ${kind === 'm' ? 'materialized view' : kind === 'f' ? 'foreign table' : 'view with its owner’s right'}`,
      ),
    ...enums.filter(({ name }) => !ofLibrary(name)).map(({ name }) => `${name} is an enum: text and CHECK instead`),
    ...triggers.map(({ name }) => `${name}: rules live in the domain, not in triggers`),
  ]
}

/** Foreign keys point the way imports do: to the own schema or one upstream (house.md §1). */
async function keyFaults(above: Above): Promise<string[]> {
  const keys = await above<{ from: string; to: string; name: string }>(
    `select n.nspname as from, m.nspname as to, k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace where k.contype = 'f' and ${isOurs}`,
  )
  const place = (schema: string): number => (schemas as readonly string[]).indexOf(schema)
  return keys
    .filter(({ from, to }) => place(to) === -1 || place(to) > place(from))
    .map(({ name, from, to }) => `${name} points downstream, from ${from} to ${to}`)
}
