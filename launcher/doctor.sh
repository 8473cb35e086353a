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
  examine_serial
  examine_usb_readers
  examine_node
  examine_browser
  examine_shared
  [ "$JSON" = no ] || printf ']}\n'
  [ "$doctor_failed" = no ]
}

# finding STATE CHECK DETAIL [CURE]; STATE is ok, advice (works without) or missing
finding() {
  [ "$1" != missing ] || doctor_failed=yes
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
    finding missing JDK "no JDK $JAVA_RELEASE_MIN or later found" "$(jdk_cure)"
  fi
}

examine_maven() {
  if find_maven; then
    finding ok Maven "$MAVEN"
  else
    finding missing Maven "not found" "$(maven_cure)"
  fi
}

examine_memory() {
  gib=$(box_memory_gib)
  PROFILE=''
  choose_profile
  if [ "$gib" -ge "$MEMORY_GIB_MIN" ]; then
    finding ok memory "$gib GiB, $(box_cores) cores: profile $(basename "$PROFILE" .yaml)"
  else
    finding missing memory "$gib GiB" "Sidik needs $MEMORY_GIB_MIN GiB or more"
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
    finding missing disk "$free_gib GiB free for $DATA" "Free at least $DISK_GIB_MIN GiB, or choose another folder with --data DIR"
  fi
}

examine_data() {
  folder=$(nearest_folder "$DATA")
  if [ ! -w "$folder" ]; then
    finding missing 'data folder' "$folder cannot be written" "chown it to this user, or choose another with --data DIR"
  elif [ "$folder" != "$DATA" ]; then
    finding ok 'data folder' "$DATA is made at the first start"
  else
    case $(find "$DATA" -prune -perm -0001 2>/dev/null)$(find "$DATA" -prune -perm -0010 2>/dev/null) in
      '') finding ok 'data folder' "$DATA" ;;
      *) finding advice 'data folder' "$DATA can be entered by others" "chmod 700 '$DATA'" ;;
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
    finding advice ports "taken: $taken_services" "Stop what listens there, or set matcher.listen (7441), eligibility.listen (7442), bridge.listen (7443),
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

examine_serial() {
  if [ "$(id -u)" -eq 0 ] || id -nG | grep -qwE 'dialout|uucp'; then
    finding ok 'serial ports' "this user may use them"
  else
    finding advice 'serial ports' "this user may not use them, so no real scanner" "sudo usermod -aG dialout $(id -un), then log in again"
  fi
}

# USB readers need a library, a node that this user may open, and nobody else who claims them. The ids are those of the udev rule.
examine_usb_readers() {
  rule=$ROOT/hardware-profiles/src/main/resources/hardware-profiles/udev/70-sidik-scanners.rules
  if ! has_fprint; then
    finding advice 'USB readers' "no libfprint, so no U.are.U 4500 or other USB reader; serial scanners work" \
      "sudo apt-get install libfprint-2-2"
    return 0
  fi
  found=''
  for usb in "${SIDIK_USB_DEVICES:-/sys/bus/usb/devices}"/*; do
    [ -r "$usb/idVendor" ] || continue
    grep -q "idVendor}==\"$(cat "$usb/idVendor")\", ATTR{idProduct}==\"$(cat "$usb/idProduct")\"" "$rule" || continue
    found=yes
    node=$(printf '/dev/bus/usb/%03d/%03d' "$(cat "$usb/busnum")" "$(cat "$usb/devnum")")
    name="$(cat "$usb/product" 2>/dev/null || echo reader) at $node"
    if [ -r "$node" ] && [ -w "$node" ]; then
      finding ok 'USB reader' "$name"
    else
      finding advice 'USB reader' "$name: this user may not open it" \
        "sudo cp '$rule' /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger"
    fi
  done
  [ -n "$found" ] || finding ok 'USB readers' "libfprint is there; no reader that it drives is plugged in"
  [ ! -x /usr/libexec/fprintd ] || finding advice 'USB readers' "fprintd is installed and may claim the reader" \
    "sudo systemctl mask --now fprintd"
}

examine_node() {
  if has_node; then
    finding ok Node "$(node --version)"
  else
    finding advice Node "not found; one test speaks gRPC from Node" "sudo apt-get install nodejs npm"
  fi
}

examine_browser() {
  if has_browser; then
    finding ok browser "$(/usr/bin/chromium --version 2>/dev/null)"
  else
    finding advice browser "no Chromium with its driver; the test of the kiosk page needs both" "sudo apt-get install chromium chromium-driver"
  fi
}

examine_shared() {
  if [ -d "$ROOT/../shared" ]; then
    finding ok 'shared folder' "$(cd "$ROOT/../shared" && pwd)"
  else
    finding advice 'shared folder' "no ../shared beside the checkout: tests on real fingerprints fail" "Put it beside the checkout; demo and up do without"
  fi
}
