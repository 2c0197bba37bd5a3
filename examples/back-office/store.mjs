import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Everything that this back office has, in one JSON file that is written whole or not at all. */
export function openStore(path) {
  const records = new Map(read(path).map((record) => [record.data.id, record]));
  const save = () => {
    writeFileSync(`${path}.part`, JSON.stringify([...records.values()], null, 2), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  };
  const keep = (id, record) => {
    records.set(id, record);
    save();
    return record;
  };
  return {
    all: () => [...records.values()].reverse(),
    find: (id) => records.get(id),
    add(data, decision) {
      const reference = `CT-${String(100_001 + records.size)}`;
      return keep(data.id, { data, answer: { id: reference, reference, ...decision } });
    },
    pay(id, award) {
      return keep(id, { ...records.get(id), award });
    },
    decide(id, answer) {
      return keep(id, { ...records.get(id), answer });
    },
  };
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
