// SPDX-License-Identifier: BSL-1.0
// What DuckDB takes from columns in memory to columns, on one thread: microseconds of processor time
// a row, the best of five. Run in a folder where npm installed @duckdb/node-api.
//
//   node duckdb.mjs SQL_FOLDER DOSSIERS ROWS     SQL_FOLDER: ../shared/bench/11-sql
import {createRequire} from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const {DuckDBInstance} = createRequire(path.join(process.cwd(), 'x.js'))('@duckdb/node-api');
const [, , folder, dossiers, rows] = process.argv;
const sql = name => fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('$IN', dossiers);

const database = await DuckDBInstance.create(':memory:');
const connection = await database.connect();
const count = async table => Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()[0][0]);
await connection.run('SET threads = 1');
await connection.run(sql('duck_load.sql'));
const times = Math.max(1, Math.round(Number(rows) / await count('wide')));
await connection.run(`CREATE TABLE big AS SELECT wide.* FROM wide, range(${times})`);
await connection.run('DROP TABLE wide');
await connection.run('ALTER TABLE big RENAME TO wide');
const scored = await count('wide');

const taken = [];
for (let round = 0; round < 5; round++) {
    const begin = process.cpuUsage();
    await connection.run(`CREATE OR REPLACE TABLE r AS ${sql('duck_cols.sql')}`);
    const {user, system} = process.cpuUsage(begin);
    taken.push((user + system) / scored);
}
console.log(JSON.stringify({rows: scored, microseconds: Math.min(...taken)}));
