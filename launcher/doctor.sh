# What is missing on this box, and the cure.
# shellcheck shell=sh disable=SC2154 # its variables come from the parts beside it

DISK_GIB_MIN=2
MEMORY_GIB_MIN=2

doctor_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    say "usage: ./sidik doctor [--data DIR] [--json]"
    say "Says what is missing on this box, and the cure. Exit code 1 when something that Sidik needs is missing."
    return 0
  }
  settle_data
  doctor_failed=no doctor_separator=''
  [ "$JSON" = no ] || printf '{"checks":['
  examine_jdk
  examine_maven
  examine_memory
  examine_disk
  examine_data
  examine_ports
  examine_scanners
  examine_node
  examine_browser
  examine_shared
  [ "$JSON" = no ] || printf ']}\n'
  [ "$doctor_failed" = no ]
}

# finding STATE CHECK DETAIL [CURE]; STATE is ok, warning (works without) or failed
finding() {
  [ "$1" != failed ] || doctor_failed=yes
  if [ "$JSON" = yes ]; then
    printf '%s{"check":%s,"state":"%s","detail":%s,"cure":%s}' "$doctor_separator" "$(json_string "$2")" "$1" \
      "$(json_string "$3")" "$(json_string "${4:-}")"
    doctor_separator=,
  else
    printf '%-8s %-14s %s\n' "$1" "$2" "$3"
    [ -z "${4:-}" ] || printf '%s\n' "$4" | sed 's/^/                        /'
  fi
}

examine_jdk() {
  if find_jdk; then
    finding ok JDK "$(jdk_release "$JDK_HOME") in $JDK_HOME"
  else
    finding failed JDK "no JDK $JAVA_RELEASE_MIN or later found" "$(jdk_cure)"
  fi
}

examine_maven() {
  if find_maven; then
    finding ok Maven "$MAVEN"
  else
    finding failed Maven "not found" "$(maven_cure)"
  fi
}

examine_memory() {
  gib=$(box_memory_gib)
  PROFILE=''
  choose_profile
  if [ "$gib" -ge "$MEMORY_GIB_MIN" ]; then
    finding ok memory "$gib GiB, $(box_cores) cores: profile $(basename "$PROFILE" .yaml)"
  else
    finding failed memory "$gib GiB" "Sidik needs $MEMORY_GIB_MIN GiB or more"
  fi
}

# The folder that is there, or the nearest one above it.
nearest_folder() {
  folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  printf '%s' "$folder"
}

examine_disk() {
  free_gib=$(($(df -Pk "$(nearest_folder "$DATA")" | awk 'NR == 2 { print $4 }') / 1048576))
  if [ "$free_gib" -ge "$DISK_GIB_MIN" ]; then
    finding ok disk "$free_gib GiB free for $DATA"
  else
    finding failed disk "$free_gib GiB free for $DATA" "Free at least $DISK_GIB_MIN GiB, or choose another folder with --data DIR"
  fi
}

examine_data() {
  folder=$(nearest_folder "$DATA")
  if [ ! -w "$folder" ]; then
    finding failed 'data folder' "$folder cannot be written" "chown it to this user, or choose another with --data DIR"
  elif [ "$folder" != "$DATA" ]; then
    finding ok 'data folder' "$DATA is made at the first start"
  else
    case $(find "$DATA" -prune -perm -0001 2>/dev/null)$(find "$DATA" -prune -perm -0010 2>/dev/null) in
      '') finding ok 'data folder' "$DATA" ;;
      *) finding warning 'data folder' "$DATA can be entered by others" "chmod 700 '$DATA'" ;;
    esac
  fi
}

# Ports of the three processes, and of façades, which are shut until an operator names pages.
SERVICE_PORTS='7441 7442 7443 7444 7446 7447 7480'
FACADE_PORTS='7481 7482 8000 8443'

# A port counts as taken when nothing more can listen there. Java asks, because not every box has ss or nc; once, because it is slow to start.
examine_ports() {
  find_jdk || return 0
  if any_kept; then
    finding ok ports "in use by Sidik on $DATA"
    return 0
  fi
  # shellcheck disable=SC2086 # ports are words
  taken=$("$JDK_HOME/bin/java" -XX:TieredStopAtLevel=1 "$ROOT/launcher/TakenPorts.java" $SERVICE_PORTS $FACADE_PORTS)
  # shellcheck disable=SC2086
  taken_services=$(taken_of $SERVICE_PORTS) taken_facades=$(taken_of $FACADE_PORTS)
  if [ -z "$taken_services" ]; then
    finding ok ports "7441 to 7444, 7446, 7447 and 7480 are free"
  else
    finding warning ports "taken: $taken_services" "Stop what listens there, or set matcher.listen (7441), eligibility.listen (7442), bridge.listen (7443),
eligibility.rest-listen (7444), eligibility.office-listen (7446), eligibility.door-listen (7447)
and bridge.kiosk-listen (7480) in $DATA/sidik.yaml"
  fi
  if [ -z "$taken_facades" ]; then
    finding ok 'facade ports' "7481, 7482, 8000 and 8443 are free; SBI takes the first free one of 4501 to 4600"
  else
    finding ok 'facade ports' "taken: $taken_facades - in the way only of a façade that is opened there;"\
" set its bridge.facade.NAME.listen in $DATA/sidik.yaml then"
  fi
}

# taken_of PORT...: those that $taken names, in one line
taken_of() {
  for port in "$@"; do
    printf '%s\n' "$taken" | grep -x "$port"
  done | paste -sd ' ' -
}

# The bridge's own program looks at scanners and what they need, on a box with the package as well (sidik-bridge doctor).
examine_scanners() {
  if ! find_jdk || [ ! -f "$(jar_of device-bridge sidik-device-bridge)" ]; then
    finding warning scanners "not looked at: nothing is built yet" "./sidik up builds it"
    return 0
  fi
  set -- doctor --scanners --data "$DATA"
  [ ! -f "$DATA/sidik.yaml" ] || set -- "$@" --config "$DATA/sidik.yaml"
  if [ "$JSON" = no ]; then
    run_console "$@" || doctor_failed=yes
    return 0
  fi
  found=$(run_console "$@" --json) || doctor_failed=yes
  found=${found#'{"checks":['}
  printf '%s%s' "$doctor_separator" "${found%']}'}"
  doctor_separator=,
}

examine_node() {
  if has_node; then
    finding ok Node "$(node --version)"
  else
    finding warning Node "not found; one test speaks gRPC from Node" "sudo apt-get install nodejs npm"
  fi
}

examine_browser() {
  if has_browser; then
    finding ok browser "$(/usr/bin/chromium --version 2>/dev/null)"
  else
    finding warning browser "no Chromium with its driver; the test of the kiosk page needs both" "sudo apt-get install chromium chromium-driver"
  fi
}

examine_shared() {
  if [ -d "$ROOT/../shared" ]; then
    finding ok 'shared folder' "$(cd "$ROOT/../shared" && pwd)"
  else
    finding warning 'shared folder' "no ../shared beside the checkout: tests on real fingerprints fail" "Put it beside the checkout; demo and up do without"
  fi
}
