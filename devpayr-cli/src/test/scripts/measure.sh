#!/bin/sh
# Measures "devpayr projects list" from the start of the process to its end, and prints a table for docs/cli.md.
# Medians of alternating runs. Needs the jars of the CLI and the emulator (mvn -pl devpayr-cli,devpayr-emulator -am package).
#     devpayr-cli/src/test/scripts/measure.sh [runs]
set -eu
runs=${1:-15}
modules=$(cd "$(dirname "$0")/../../../.." && pwd)
jar=$modules/devpayr-cli/target/devpayr-cli.jar
work=$(mktemp -d)
pid=""
trap 'test -z "$pid" || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

echo '{"accounts":[{"name":"Default","api_keys":[{"name":"M","key":"gk_measure"}],"projects":[{"name":"Acme"}]}]}' >"$work/seed.json"
: >"$work/out"
java -jar "$modules/devpayr-emulator/target/devpayr-emulator.jar" --port 0 --seed "$work/seed.json" >"$work/out" 2>&1 &
pid=$!
until grep -q '^Console' "$work/out"; do kill -0 "$pid"; sleep 0.01; done
DEVPAYR_BASE_URL=$(sed -n 's/^API  *//p' "$work/out")
export DEVPAYR_BASE_URL DEVPAYR_API_KEY=gk_measure DEVPAYR_CLI_JAR="$jar" XDG_CACHE_HOME="$work/cache"
java -jar "$jar" generate launcher >"$work/devpayr"
chmod +x "$work/devpayr"
unset CI
"$work/devpayr" projects list >/dev/null # saves the archive

# Prints the wall-clock and the CPU time of a command in milliseconds.
time_of() {
    begin=$(date +%s%N)
    ("$@" >/dev/null && times >"$work/times")
    printf '%s ' $((($(date +%s%N) - begin) / 1000000))
    sed -n '2s/[ms]/ /gp' "$work/times" | awk '{ printf "%d\n", ($1 * 60 + $2 + $3 * 60 + $4) * 1000 }'
}
run=0
while [ "$run" -lt "$runs" ]; do
    time_of java -jar "$jar" projects list >>"$work/plain"
    CI=1 XDG_CACHE_HOME="$work/none" time_of "$work/devpayr" projects list >>"$work/launcher"
    time_of "$work/devpayr" projects list >>"$work/archive"
    run=$((run + 1))
done
# Prints the median of a column.
median() { cut -d' ' -f"$2" "$1" | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
row() {
    awk -v name="$1" -v wall="$(median "$work/$2" 1)" -v cpu="$(median "$work/$2" 2)" \
        -v plain="$(median "$work/plain" 1)" -v plain_cpu="$(median "$work/plain" 2)" \
        'BEGIN { printf "| %s | %.2f× | %.2f× |\n", name, wall / plain, cpu / plain_cpu }'
}
printf '| `devpayr projects list` | time | CPU time |\n|---|---|---|\n'
row '`java -jar devpayr-cli.jar`' plain
row 'launcher, without an archive' launcher
row 'launcher, with the archive' archive
