# What a start need not do again: classes that an earlier start loaded and linked, kept by the JVM in a file (JEP 483, 514).
# shellcheck shell=sh disable=SC2154 # its variables come from the parts beside it

AOT_FOLDER=$ROOT/target/aot
LEARNING_SECONDS_MAX=120 # the JVM writes its file when it ends

# The file of a process; another one for other options, since the JVM would refuse it.
aot_file() { printf '%s' "$AOT_FOLDER/$1-$(jvm_options "$1" | cksum | cut -d ' ' -f 1).aot"; }

# A file is of use to the build that it was learned from, and to no other.
is_learned() { [ -f "$(aot_file "$1")" ] && [ -z "$(find "$STAMP" -newer "$(aot_file "$1")")" ]; }

aot_options() {
  profile_has jvm.aot-cache on || return 0
  if [ "${SIDIK_AOT_LEARNING:-no}" = yes ]; then
    printf '%s' "-XX:AOTCacheOutput=$(aot_file "$1")"
  elif is_learned "$1"; then
    printf '%s' "-XX:AOTCache=$(aot_file "$1")" # one that does not fit is ignored
  fi
}

# Once for each build and profile: starts all three on an empty folder and stops them, so that each writes its file.
ensure_starts_learned() {
  profile_has jvm.aot-cache on || return 0
  for process in $PROCESSES; do
    is_learned "$process" || {
      learn_starts
      return 0
    }
  done
}

# Without the files everything starts as well, only later: what goes wrong here is said and not minded.
learn_starts() {
  say_step "Learning how the three processes start (once for each build and profile)"
  mkdir -p "$AOT_FOLDER"
  find "$AOT_FOLDER" -name '*.aot' ! -newer "$STAMP" -exec rm -f {} + # of earlier builds
  (
    DATA=$(mktemp -d "${TMPDIR:-/tmp}/sidik-aot.XXXXXX") || exit 1
    CONFIG='' STOP_SECONDS_MAX=$LEARNING_SECONDS_MAX
    SIDIK_AOT_LEARNING=yes
    export SIDIK_AOT_LEARNING
    listen_on_free_ports
    start_all >/dev/null 2>&1
    started=$?
    stop_all >/dev/null 2>&1
    rm -rf "$DATA"
    [ "$started" -eq 0 ] || forget_learned # half a start is not worth keeping
  )
  for process in $PROCESSES; do
    is_learned "$process" || say "  $process left nothing; it starts a little later for it"
  done
}

forget_learned() {
  for process in $PROCESSES; do
    rm -f "$(aot_file "$process")"
  done
}
