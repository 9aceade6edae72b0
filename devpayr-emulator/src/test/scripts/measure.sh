#!/bin/sh
# Measures the emulator with 100 and with 100 000 licenses in one project and prints a table for benchmarks/README.md.
# Needs the jar (mvn -pl devpayr-emulator -am package), curl and Linux.
set -eu
jar="$(dirname "$0")/../../../target/devpayr-emulator.jar"
work=$(mktemp -d)
pid=""
trap 'test -z "$pid" || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

seed() {
    awk -v count="$1" 'BEGIN {
        printf "{\"accounts\":[{\"name\":\"Default\",\"api_keys\":[{\"name\":\"M\",\"key\":\"gk_measure\"}],"
        printf "\"projects\":[{\"name\":\"Large\",\"has_paid\":true,\"licenses\":["
        for (i = 1; i <= count; i++) printf "%s{\"title\":\"License %d\",\"uuid\":\"license-%d\"}", (i > 1 ? "," : ""), i, i
        printf "]}]}]}"
    }'
}

# Prints the median in milliseconds of 1000 requests over one connection, after 2000 warm-up requests.
median() {
    curl -s -o /dev/null -H 'X-Devpayr-Domain: shop.example.com' "$@&warm=[1-2000]"
    curl -s -o /dev/null -w '%{time_total}\n' -H 'X-Devpayr-Domain: shop.example.com' "$@&n=[1-1000]" \
        | sort -n | awk '{ t[NR] = $1 } END { printf "%.2f ms", t[int(NR / 2)] * 1000 }'
}

printf '| licenses | start | memory (RSS) | get one | list 20 | validate |\n|---|---|---|---|---|---|\n'
for count in 100 100000; do
    seed "$count" >"$work/seed.json"
    begin=$(date +%s%N)
    java -jar "$jar" --port 0 --quiet --seed "$work/seed.json" >"$work/out" 2>&1 &
    pid=$!
    until grep -q '^Console' "$work/out"; do kill -0 "$pid"; sleep 0.01; done
    end=$(date +%s%N)
    api=$(sed -n 's/^API  *//p' "$work/out")
    rss=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
    get=$(median -H 'X-API-KEY: gk_measure' "${api}project/1/licenses/$((count / 2))?x=1")
    list=$(median -H 'X-API-KEY: gk_measure' "${api}project/1/licenses?x=1")
    check=$(median -H "X-LICENSE-KEY: license-$((count / 2))" -d '{}' -H 'Content-Type: application/json' \
        "${api}project/has-paid?action=check_project")
    echo "| $count | $(((end - begin) / 1000000)) ms | $rss MB | $get | $list | $check |"
    kill "$pid"
    wait "$pid" || true
    pid=""
done
