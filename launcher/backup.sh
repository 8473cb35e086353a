# Puts a backup back. It gets its name only when it was proved, so nobody starts on half of one.
# shellcheck shell=sh disable=SC2154 # its variables come from the parts beside it

restore_usage() {
  cat <<'TEXT'
usage: ./sidik restore --from DIR --keys-from DIR [--data DIR] [--profile NAME|FILE] [--config FILE]

Puts what './sidik backup' wrote, and its keys, into a data folder that is empty or not there. Every file is held against its sum,
the audit tree is rebuilt and must have the backup's head, every record and every reference is opened with its key, and totals are
printed. Whatever is not as it was written is named, and nothing is left behind. Then: ./sidik up --data DIR
TEXT
}

restore_command() {
  from='' keys_from=''
  left=$#
  while [ "$left" -gt 0 ]; do # takes ours out, and keeps the others in their order
    argument=$1
    shift
    left=$((left - 1))
    case $argument in
      --from | --keys-from)
        [ "$left" -gt 0 ] || die_misused "$argument needs a value"
        [ "$argument" = --from ] && from=$1 || keys_from=$1
        shift
        left=$((left - 1))
        ;;
      --from=*) from=${argument#*=} ;;
      --keys-from=*) keys_from=${argument#*=} ;;
      *) set -- "$@" "$argument" ;;
    esac
  done
  read_options '' "$@"
  [ "$HELP" = no ] || {
    restore_usage
    return 0
  }
  [ -n "$from" ] && [ -n "$keys_from" ] || die_misused "Say where the backup is and where its keys are: --from DIR --keys-from DIR"
  settle_data
  [ -z "$CONFIG" ] || CONFIG=$(absolute_path "$CONFIG")
  choose_profile
  ensure_built
  [ -z "$(ls -A "$DATA" 2>/dev/null)" ] || die "$DATA is not empty: name another folder with --data"
  unproved=$DATA.restoring
  [ ! -e "$unproved" ] || die "$unproved is left of a restore that was cut off: remove it"
  if run_console restore --from "$from" --keys-from "$keys_from" --data "$unproved" && prove "$unproved"; then
    [ ! -d "$DATA" ] || rmdir "$DATA"
    mv "$unproved" "$DATA" || die "Cannot give $unproved its name, $DATA"
    say "restored: $DATA"
  else
    rm -rf "$unproved"
    die "Nothing was restored."
  fi
}

# With the services' own code, in programs of their own: whoever can open the records proves them.
prove() {
  [ -n "$CONFIG" ] || [ ! -f "$1/sidik.yaml" ] || CONFIG=$1/sidik.yaml
  run_proof eligibility-api sidik-eligibility-api id.sidik.eligibility.check.Main --data "$1" &&
    run_proof matcher/server sidik-matcher id.sidik.matcher.CheckStore --data "$1" \
      ${PROFILE:+--profile "$PROFILE"} ${CONFIG:+--config "$CONFIG"}
}

run_proof() {
  module=$1 jar=$2
  shift 2
  # shellcheck disable=SC2086 # options are words
  "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $SAFE_JVM_OPTIONS --add-modules=jdk.incubator.vector ${SIDIK_JAVA_OPTS:-} \
    -cp "$(classpath_of "$module" "$jar")" "$@"
}
