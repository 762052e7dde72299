/**
 * SQL: the `AGGREGATE …` of `p` (pg_proc, in `n`) and `a` (pg_aggregate); Postgres has a function that says it for
 * every other routine, not for aggregates.
 */
export const aggregateDefinition = `format(E'AGGREGATE %I.%I(%s) (\\n  %s\\n)', n.nspname, p.proname,
         coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'), concat_ws(E',\\n  ',
         'SFUNC = ' || a.aggtransfn::regproc::text,
         'STYPE = ' || format_type(a.aggtranstype, NULL),
         'SSPACE = ' || nullif(a.aggtransspace, 0),
         ${routine('FINALFUNC', 'a.aggfinalfn')},
         CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
         CASE WHEN a.aggfinalfn::oid <> 0 THEN 'FINALFUNC_MODIFY = ' || ${modify('a.aggfinalmodify')} END,
         ${routine('COMBINEFUNC', 'a.aggcombinefn')},
         ${routine('SERIALFUNC', 'a.aggserialfn')},
         ${routine('DESERIALFUNC', 'a.aggdeserialfn')},
         'INITCOND = ' || quote_literal(a.agginitval),
         ${routine('MSFUNC', 'a.aggmtransfn')},
         ${routine('MINVFUNC', 'a.aggminvtransfn')},
         CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
         'MSSPACE = ' || nullif(a.aggmtransspace, 0),
         ${routine('MFINALFUNC', 'a.aggmfinalfn')},
         CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
         CASE WHEN a.aggmfinalfn::oid <> 0 THEN 'MFINALFUNC_MODIFY = ' || ${modify('a.aggmfinalmodify')} END,
         'MINITCOND = ' || quote_literal(a.aggminitval),
         (SELECT format('SORTOP = OPERATOR(%I.%s)', opn.nspname, op.oprname) FROM pg_operator op
            JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = a.aggsortop),
         CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END,
         CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END))`;

function routine(option: string, column: string): string {
  return `CASE WHEN ${column}::oid <> 0 THEN '${option} = ' || ${column}::regproc::text END`;
}

function modify(column: string): string {
  return `CASE ${column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END`;
}
