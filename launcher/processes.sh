# Starts, watches and stops the three processes of one data folder.
#
# In <data>/run, for each process NAME:
#   NAME.properties   the process itself: it serves, here (pid, address)
#   NAME.pid          the process, as its keeper started it
#   NAME.keeper       the shell that starts it again after a crash
#   NAME.progress     the process itself: how far its start is, in words (the matcher, while it loads its gallery)
#   NAME.state        running | restarting | gave-up | misconfigured
# shellcheck shell=sh disable=SC2154 # its variables come from the parts beside it

PROCESSES="matcher eligibility bridge"
START_SECONDS_MAX=${SIDIK_START_SECONDS_MAX:-180} # without any progress: to load a large gallery takes longer
PROGRESS_SECONDS=15 # between two lines of it
STOP_SECONDS_MAX=20
RESTART_SECONDS_MAX=30
CRASHES_MAX=5 # within CRASH_WINDOW_SECONDS; then a person must look
CRASH_WINDOW_SECONDS=60
LOGS_KEPT=5

now() { date +%s; }

is_alive() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }

# A lock is a folder that names its holder; one whose holder has died is taken over.
take_lock() {
  for _ in 1 2; do
    if mkdir "$1" 2>/dev/null; then
      echo $$ >"$1/holder"
      return 0
    fi
    LOCK_HOLDER=$(cat "$1/holder" 2>/dev/null)
    is_alive "$LOCK_HOLDER" && return 1
    rm -rf "$1"
  done
  return 1
}

drop_lock() { rm -rf "$1"; }

run_file() { printf '%s' "$DATA/run/$1"; }

# A word that a process or its keeper left in the run folder; empty when it has not.
left_word() { cat "$(run_file "$1")" 2>/dev/null; }

published() { sed -n "s/^$2=//p" "$(run_file "$1.properties")" 2>/dev/null; }

# Serving: it says so itself, and the one that says so is alive.
is_serving() { is_alive "$(published "$1" pid)"; }

is_kept() {
  keeper=$(left_word "$1.keeper")
  is_alive "$keeper" || return 1
  [ ! -r "/proc/$keeper/cmdline" ] || tr '\0' ' ' <"/proc/$keeper/cmdline" 2>/dev/null | grep -q sidik # the number may be somebody else's now
}

any_kept() {
  for process in $PROCESSES; do
    is_kept "$process" && return 0
  done
  return 1
}

module_of() {
  case $1 in
    matcher) echo matcher/server sidik-matcher id.sidik.matcher.Main ;;
    eligibility) echo eligibility-api sidik-eligibility-api id.sidik.eligibility.Main ;;
    bridge) echo device-bridge sidik-device-bridge id.sidik.bridge.Main ;;
  esac
}

# Becomes the process: same pid, so that signals reach it.
exec_process() {
  # shellcheck disable=SC2046 # three words on purpose
  set -- "$1" $(module_of "$1")
  # shellcheck disable=SC3045 # every sh that we know has it
  ulimit -c 0
  # shellcheck disable=SC2046,SC2086 # options are words
  exec "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $VECTOR_JVM_OPTIONS $SAFE_JVM_OPTIONS $(jvm_options "$1") \
    $(aot_options "$1") -Djava.io.tmpdir="$DATA/tmp" ${SIDIK_JAVA_OPTS:-} -cp "$(classpath_of "$2" "$3")" "$4" \
    --data "$DATA" --profile "$PROFILE" ${CONFIG:+--config "$CONFIG"}
}

# Not for people: what `up` runs in the background for each process.
keep_command() {
  kept=$1
  shift
  read_options '' "$@"
  need_jdk
  keep_running "$kept"
}

# Runs one process until told to stop; starts it again after a crash, a little later each time.
keep_running() {
  name=$1 delay=1 crashes='' stopping=no child=''
  trap 'stopping=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM
  trap '' HUP INT
  while [ "$stopping" = no ]; do
    (exec_process "$name") &
    child=$!
    echo "$child" >"$(run_file "$name.pid")"
    echo running >"$(run_file "$name.state")"
    started=$(now)
    wait_for_child
    for leftover in properties pid progress; do # a killed process leaves them behind
      rm -f "$(run_file "$name.$leftover")"
    done
    [ "$stopping" = no ] || break
    if [ "$code" -eq "$EXIT_MISUSED" ]; then
      echo "misconfigured" >"$(run_file "$name.state")"
      break
    fi
    [ $(($(now) - started)) -lt "$CRASH_WINDOW_SECONDS" ] || delay=1
    remember_crash
    if [ "$crash_count" -ge "$CRASHES_MAX" ]; then
      echo "sidik: $name ended $crash_count times within $CRASH_WINDOW_SECONDS s; not starting it again"
      echo "gave-up" >"$(run_file "$name.state")"
      break
    fi
    echo "sidik: $name ended with code $code; starting it again in $delay s"
    echo restarting >"$(run_file "$name.state")"
    child=''
    sleep "$delay" &
    wait $!
    delay=$((delay * 2 < RESTART_SECONDS_MAX ? delay * 2 : RESTART_SECONDS_MAX))
  done
  rm -f "$(run_file "$name.keeper")"
}

# A signal ends `wait` early; the process is over only when it is gone.
wait_for_child() {
  while :; do
    wait "$child"
    code=$?
    is_alive "$child" || return 0
  done
}

remember_crash() {
  recent='' crash_count=1 moment=$(now)
  for crash in $crashes; do
    if [ $((moment - crash)) -lt "$CRASH_WINDOW_SECONDS" ]; then
      recent="$recent $crash" crash_count=$((crash_count + 1))
    fi
  done
  crashes="$recent $moment"
}

rotate_log() {
  number=$LOGS_KEPT
  while [ "$number" -gt 1 ]; do
    [ ! -f "$1.$((number - 1))" ] || mv -f "$1.$((number - 1))" "$1.$number"
    number=$((number - 1))
  done
  [ ! -f "$1" ] || mv -f "$1" "$1.1"
}

# Starts all three on DATA and returns when they serve; says what failed otherwise.
start_all() {
  mkdir -p "$DATA/run" "$DATA/log" || die "Cannot make the data folder $DATA"
  take_lock "$DATA/run/starting.lock" || die "Another ./sidik up is starting on $DATA (process $LOCK_HOLDER)"
  if any_kept; then
    drop_lock "$DATA/run/starting.lock"
    die "Sidik is up on $DATA already; see: ./sidik status --data $DATA"
  fi
  rm -rf "$DATA/tmp" # native libraries that killed processes left behind
  mkdir "$DATA/tmp"
  for process in $PROCESSES; do
    forget_run_files "$process"
    rotate_log "$DATA/log/$process.log"
    # A shell of its own, not a function in the background: that would hold our caller's stdout open for ever.
    SIDIK_JAVA_HOME=$JDK_HOME "$ROOT/sidik" keep "$process" --data "$DATA" --profile "$PROFILE" ${CONFIG:+--config "$CONFIG"} \
      </dev/null >>"$DATA/log/$process.log" 2>&1 &
    echo $! >"$(run_file "$process.keeper")"
  done
  await_serving
  result=$?
  drop_lock "$DATA/run/starting.lock"
  return $result
}

# Beside whatever else runs on this box.
listen_on_free_ports() {
  for key in MATCHER_LISTEN ELIGIBILITY_LISTEN ELIGIBILITY_REST_LISTEN ELIGIBILITY_OFFICE_LISTEN ELIGIBILITY_DOOR_LISTEN BRIDGE_LISTEN BRIDGE_KIOSK_LISTEN; do
    export "SIDIK_$key=127.0.0.1:0"
  done
}

await_serving() {
  for process in $PROCESSES; do
    deadline=$(($(now) + START_SECONDS_MAX))
    progress=
    next_line=$(($(now) + PROGRESS_SECONDS))
    until is_serving "$process"; do
      state=$(left_word "$process.state")
      if ! is_kept "$process" || [ "$state" = restarting ]; then
        [ "$state" = restarting ] || state=$(left_word "$process.state") # its keeper may have said why in the meantime
        say_failure "$process" "did not start (${state:-ended})"
        return 1
      fi
      said=$(left_word "$process.progress")
      [ "$said" = "$progress" ] || deadline=$(($(now) + START_SECONDS_MAX))
      progress=$said
      if [ "$(now)" -gt "$deadline" ]; then
        say_failure "$process" "does not serve, and has come no further for $START_SECONDS_MAX s${progress:+: $progress}"
        return 1
      fi
      if [ -n "$progress" ] && [ "$(now)" -ge "$next_line" ]; then
        say "  $process: $progress"
        next_line=$(($(now) + PROGRESS_SECONDS))
      fi
      pause
    done
    say "  $process serves at $(published "$process" address)"
  done
}

say_failure() {
  say_error "The $1 $2. The end of $DATA/log/$1.log:"
  tail -n 20 "$DATA/log/$1.log" | sed 's/^/    /' >&2
}

# Stops the keepers, and so the processes; kills what has not ended in time.
stop_all() {
  for process in $PROCESSES; do
    is_kept "$process" && kill -TERM "$(left_word "$process.keeper")" 2>/dev/null
  done
  await_end "$STOP_SECONDS_MAX"
  for process in $PROCESSES; do
    if is_kept "$process"; then
      say "  $process did not end within $STOP_SECONDS_MAX s: killed"
      kill -KILL "$(left_word "$process.pid")" 2>/dev/null # its keeper sees it end, and ends
    fi
  done
  await_end 2
  for process in $PROCESSES; do
    forget_run_files "$process"
  done
}

forget_run_files() {
  for leftover in properties pid keeper state progress; do
    rm -f "$(run_file "$1.$leftover")"
  done
}

await_end() {
  deadline=$(($(now) + $1))
  while any_kept && [ "$(now)" -le "$deadline" ]; do
    pause
  done
}

up_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    cat <<'TEXT'
usage: ./sidik up [--data DIR] [--profile NAME|FILE] [--config FILE] [--json]

Builds what changed, starts the matcher, the eligibility API and the device bridge, and returns when all three serve. A large gallery
takes minutes to load: how far it is is said every 15 s, and whoever comes no further for 3 minutes is given up. On a box that
joined the fleet of another gate ('./sidik fleet join') it starts the bridge alone.
A process that crashes is started again, later each time (1, 2, 4 .. 30 s); after 5 crashes in a minute it is left alone.
Logs: <data>/log. Settings of this box: <data>/sidik.yaml, if it is there, or --config FILE; and SIDIK_... in the environment.
TEXT
    return 0
  }
  settle_data
  [ -n "$CONFIG" ] || [ ! -f "$DATA/sidik.yaml" ] || CONFIG=$DATA/sidik.yaml
  [ -z "$CONFIG" ] || CONFIG=$(absolute_path "$CONFIG")
  choose_profile
  ensure_built
  ensure_starts_learned
  say_step "Starting Sidik on $DATA, profile $(basename "$PROFILE" .yaml)"
  start_all || {
    stop_all
    exit 1
  }
  if [ "$JSON" = yes ]; then
    status_command --data "$DATA" --json
  else
    rest=$(published eligibility rest)
    [ -z "$rest" ] || say "  REST at $rest"
    kiosk=$(published bridge kiosk)
    [ -z "$kiosk" ] || say_good "The kiosk page: $kiosk"
  fi
}

down_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    say "usage: ./sidik down [--data DIR]"
    say "Stops what runs on this data folder: asks, and after $STOP_SECONDS_MAX s kills."
    return 0
  }
  settle_data
  if any_kept; then
    stop_all
    say "Stopped."
  else
    say "Nothing runs on $DATA."
  fi
}

# Whoever asks a process for its health shows a certificate of an operator, and a box that joined has none: what the bridge says of itself.
joined_status() {
  health=ABSENT
  is_serving bridge && health=SERVING
  if [ "$JSON" = yes ]; then
    printf '{"bridge":{"health":"%s","address":%s,"kiosk":%s}}\n' "$health" "$(json_string "$(published bridge address)")" \
      "$(json_string "$(published bridge kiosk)")"
  else
    printf '%-12s %-12s %s\n' bridge "$health" "$(published bridge address)"
    [ "$health" = ABSENT ] || printf '%-12s %s\n' kiosk "$(published bridge kiosk)"
  fi
  [ "$health" = SERVING ] || return 3
}

# What the keepers know that the processes themselves cannot say.
say_troubles() {
  for process in $PROCESSES; do
    case $(left_word "$process.state") in
      restarting) say "  $process crashed and is being started again; see $DATA/log/$process.log" ;;
      gave-up) say "  $process crashed $CRASHES_MAX times within $CRASH_WINDOW_SECONDS s and is left alone; see $DATA/log/$process.log" ;;
      misconfigured) say "  $process refuses its settings: $(tail -n 1 "$DATA/log/$process.log")" ;;
    esac
  done
}

status_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    say "usage: ./sidik status [--data DIR] [--json]"
    say "Asks each process for its health and says where it serves. Exit code 0 when all three serve, 3 otherwise."
    return 0
  }
  settle_data
  if [ ! -d "$DATA/trust" ]; then
    say "Nothing was ever started on $DATA."
    [ "$JSON" = no ] || echo '{"matcher":{"health":"ABSENT"},"eligibility":{"health":"ABSENT"},"bridge":{"health":"ABSENT"}}'
    return 3
  fi
  if [ "$PROCESSES" = bridge ]; then
    joined_status
    result=$?
  else
    ensure_built
    set -- --data "$DATA"
    [ "$JSON" = no ] || set -- "$@" --json
    run_console status "$@"
    result=$?
  fi
  say_troubles
  return $result
}
