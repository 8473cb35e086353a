# The demonstration: everything in a fresh folder, on ports that are free.
# shellcheck shell=sh

demo_command() {
  OPTION_once=no OPTION_paced=no OPTION_province=no OPTION_members='' OPTION_seed=''
  read_options 'once paced province members= seed=' "$@"
  [ "$HELP" = no ] || {
    cat <<'TEXT'
usage: ./sidik demo [--once] [--paced] [--province [--members N] [--seed S]] [--data DIR] [--profile NAME|FILE] [--json]

Builds what changed, starts everything in a fresh folder on free ports, enrols synthetic members through the virtual scanner
and plays the journeys, with the milliseconds of each step. Then it prints the kiosk's address and stays up until Ctrl-C.
  --paced  sends images at the speed of a true serial line, 7 s each
  --province  instead: the year of a made-up province of 200,000 members, planted fraud included, played through the gate's journeys with a
           real matcher; prints how well each report finds its plants, whether the totals reconcile and whether every decision
           comes out again as it did; leaves the back office up to look at. Most of an hour for 200,000 on two cores, four minutes for 2,000
  --members, --seed  of how many members it is, 2000 to 1000000, and which of all provinces (default 200000, 2026)
  --once   plays, stops everything, and exits with 0 only if every answer was the expected one
  --data   uses this folder, and keeps it
TEXT
    return 0
  }
  refuse_what_no_demo_is
  ensure_built
  PROFILE=${PROFILE:-demo}
  choose_profile
  demo_folder_is_ours=no demo_pid=''
  if [ -z "$DATA" ]; then
    DATA=$(mktemp -d "${TMPDIR:-/tmp}/sidik-demo.XXXXXX") || die "Cannot make a folder under ${TMPDIR:-/tmp}"
    demo_folder_is_ours=yes
  fi
  settle_data
  listen_on_free_ports
  if [ "$OPTION_province" = yes ]; then
    province_demo
    return $?
  fi
  trap 'end_demo 130' INT
  trap 'end_demo 143' TERM HUP
  say_step "Starting Sidik in $DATA"
  start_all || end_demo 1
  set --
  [ "$JSON" = no ] || set -- "$@" --json
  [ "$OPTION_once" = no ] || set -- "$@" --once
  [ "$OPTION_paced" = no ] || set -- "$@" --paced
  exec 3<&0 # in the background, so that a signal is heeded at once; the person's keys still reach it
  exec_console demo --data "$DATA" "$@" <&3 &
  demo_pid=$!
  wait "$demo_pid"
  end_demo $?
}

# Before a build that takes minutes. How many members a province may have, the player itself says.
refuse_what_no_demo_is() {
  for number in "$OPTION_members" "$OPTION_seed"; do
    case $number in
      *[!0-9]*) die_misused "--members and --seed are numbers in digits, not '$number'" ;;
    esac
  done
  if [ "$OPTION_province" = no ]; then
    [ -z "$OPTION_members$OPTION_seed" ] || die_misused "--members and --seed are of a province: say --province as well"
  else
    [ "$OPTION_paced$JSON" = nono ] || die_misused "--paced and --json are not for a province: no scanner plays, and it prints its own table"
  fi
}

# The province lives its year before any service holds the books.
province_demo() {
  trap 'end_demo 130' INT
  trap 'end_demo 143' TERM HUP
  say_step "A made-up province in $DATA"
  exec 3<&0 # in the background, so that a signal is heeded at once
  # shellcheck disable=SC2086 # options are words
  "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $SAFE_JVM_OPTIONS -Xmx3g --add-modules=jdk.incubator.vector ${SIDIK_JAVA_OPTS:-} \
    -cp "$(classpath_of benchmarks sidik-benchmarks)" id.sidik.benchmarks.Main province --data "$DATA" \
    ${OPTION_members:+--members "$OPTION_members"} ${OPTION_seed:+--seed "$OPTION_seed"} <&3 &
  demo_pid=$!
  wait "$demo_pid"
  result=$?
  demo_pid=''
  [ "$OPTION_once" = no ] && [ "$result" -eq 0 ] || end_demo "$result"
  say_step "Starting Sidik in $DATA"
  start_all || end_demo 1
  year=$(($(date +%Y) - 1))
  run_console office --data "$DATA" --from "$year-01-01" --to "$year-12-31" || end_demo 1
  say "Ctrl-C stops everything."
  sleep 86400 <&3 &
  demo_pid=$!
  wait "$demo_pid"
  end_demo $?
}

# Stops everything and leaves nothing behind but what helps to understand a failure.
end_demo() {
  trap '' INT TERM HUP
  [ -z "$demo_pid" ] || kill -TERM "$demo_pid" 2>/dev/null
  stop_all
  if [ "$demo_folder_is_ours" = yes ]; then
    case $1 in
      0 | 130 | 143) rm -rf "$DATA" ;;
      *) say "What the processes said is in $DATA/log" ;;
    esac
  fi
  exit "$1"
}
