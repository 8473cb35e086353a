# The demonstration: everything in a fresh folder, on ports that are free.
# shellcheck shell=sh

demo_command() {
  OPTION_once=no
  read_options 'once' "$@"
  [ "$HELP" = no ] || {
    cat <<'TEXT'
usage: ./sidik demo [--once] [--data DIR] [--profile NAME|FILE] [--json]

Builds what changed, starts everything in a fresh folder on free ports, enrols synthetic members through the virtual scanner
and plays the journeys, with the milliseconds of each step. Then it prints the kiosk's address and stays up until Ctrl-C.
  --once   plays, stops everything, and exits with 0 only if every answer was the expected one
  --data   uses this folder, and keeps it
TEXT
    return 0
  }
  ensure_built
  PROFILE=${PROFILE:-demo}
  choose_profile
  demo_folder_is_ours=no
  if [ -z "$DATA" ]; then
    DATA=$(mktemp -d "${TMPDIR:-/tmp}/sidik-demo.XXXXXX") || die "Cannot make a folder under ${TMPDIR:-/tmp}"
    demo_folder_is_ours=yes
  fi
  settle_data
  SIDIK_MATCHER_LISTEN=127.0.0.1:0 SIDIK_ELIGIBILITY_LISTEN=127.0.0.1:0
  SIDIK_BRIDGE_LISTEN=127.0.0.1:0 SIDIK_BRIDGE_KIOSK_LISTEN=127.0.0.1:0
  export SIDIK_MATCHER_LISTEN SIDIK_ELIGIBILITY_LISTEN SIDIK_BRIDGE_LISTEN SIDIK_BRIDGE_KIOSK_LISTEN
  trap 'end_demo 130' INT
  trap 'end_demo 143' TERM HUP
  say_step "Starting Sidik in $DATA"
  start_all || end_demo 1
  set --
  [ "$JSON" = no ] || set -- --json
  [ "$OPTION_once" = yes ] && set -- "$@" --once
  run_console demo --data "$DATA" "$@"
  end_demo $?
}

# Stops everything and leaves nothing behind but what helps to understand a failure.
end_demo() {
  trap '' INT TERM HUP
  stop_all
  if [ "$demo_folder_is_ours" = yes ]; then
    case $1 in
      0 | 130 | 143) rm -rf "$DATA" ;;
      *) say "What the processes said is in $DATA/log" ;;
    esac
  fi
  exit "$1"
}
