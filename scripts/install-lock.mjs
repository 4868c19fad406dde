// One install at a time in a folder, also when earlier ones were killed.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './installed.mjs'

// Outside node_modules, since `npm ci` empties that folder.
const lockFile = join(root, '.install-lock')
// A holder touches its lock every second, so an older one belongs to a pid that was given to somebody else.
const staleAfterMs = 120_000

/**
 * Waits until nobody else installs here, then holds the lock until `release()`.
 * `note(pid)` tells which npm works for us, so that an npm that outlives us is waited for, never raced.
 */
export async function holdInstallLock(onWait) {
  let told = false
  while (!create(process.pid)) {
    const holder = readHolder()
    if (holder?.pids.some(alive) && Date.now() - holder.touched < staleAfterMs) {
      if (!told) onWait(holder.pids[0])
      told = true
      await pause(200)
    } else if (holder) {
      takeAway(holder)
    }
  }
  const touch = setInterval(() => {
    const now = new Date()
    utimesSync(lockFile, now, now)
  }, 1000)
  touch.unref()
  return {
    note: pid => writeFileSync(lockFile, JSON.stringify({ pids: [process.pid, pid] })),
    release: () => {
      clearInterval(touch)
      rmSync(lockFile, { force: true })
    },
  }
}

/** Appears with its content or not at all: a link either succeeds or finds the name taken. */
function create(pid) {
  const own = `${lockFile}.${pid}`
  writeFileSync(own, JSON.stringify({ pids: [pid] }))
  try {
    linkSync(own, lockFile)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function readHolder() {
  try {
    const text = readFileSync(lockFile, 'utf8')
    return { text, pids: JSON.parse(text).pids, touched: statSync(lockFile).mtimeMs }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    return { text: '', pids: [], touched: 0 }
  }
}

/** Two may find the same dead holder: whoever renames a lock that is no longer the dead one puts it back. */
function takeAway(holder) {
  const aside = `${lockFile}.old.${process.pid}`
  try {
    renameSync(lockFile, aside)
    if (readFileSync(aside, 'utf8') !== holder.text) linkSync(aside, lockFile)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
