# Builds what changed, and says how far it is.
# shellcheck shell=sh

VERSION=0.1.0-SNAPSHOT
STAMP=$ROOT/target/.sidik-built
BUILD_LOG=$ROOT/target/build.log
RUNNABLE_MODULES="matcher/server:sidik-matcher eligibility-api:sidik-eligibility-api device-bridge:sidik-device-bridge proto/witness:sidik-witness benchmarks:sidik-benchmarks"

jar_of() { printf '%s' "$ROOT/$1/target/$2-$VERSION.jar"; }

classpath_of() { printf '%s' "$(jar_of "$1" "$2"):$ROOT/$1/target/lib/*"; }

# Everything that the build reads, one path a line.
build_inputs() {
  find "$ROOT" \( -name target -o -name node_modules -o -name test -o -name .git -o -name docs -o -name launcher \) -prune \
    -o -type f \( -name pom.xml -o -path '*/src/main/*' -o -path '*/.mvn/*' \) -print | LC_ALL=C sort
}

# The stamp holds the checksum of the list of inputs, so that a removed file counts as a change; its own time does for the rest.
is_built() {
  [ -f "$STAMP" ] || return 1
  for module in $RUNNABLE_MODULES; do
    [ -f "$(jar_of "${module%%:*}" "${module#*:}")" ] || return 1
  done
  inputs=$(build_inputs)
  [ "$(printf '%s' "$inputs" | cksum)" = "$(cat "$STAMP")" ] || return 1
  printf '%s\n' "$inputs" | while IFS= read -r input; do
    [ -z "$(find "$input" -newer "$STAMP")" ] || exit 1
  done
}

ensure_built() {
  need_jdk
  is_built && return 0
  need_maven
  mkdir -p "$ROOT/target"
  take_lock "$ROOT/target/.building" || die "Another ./sidik is building here (process $LOCK_HOLDER); wait for it"
  touch "$STAMP.new" # before the build: a file edited meanwhile is newer
  build_inputs >"$STAMP.list"
  forget_old_libraries
  say_step "Building Sidik (the first time fetches libraries; later only what changed)"
  run_maven
  result=$?
  drop_lock "$ROOT/target/.building"
  [ "$result" -eq 0 ] || {
    sed -n '/^\[ERROR\]/p' "$BUILD_LOG" | head -n 20 >&2
    die "The build failed; all of it is in $BUILD_LOG"
  }
  printf '%s' "$(cat "$STAMP.list")" | cksum >"$STAMP.new.sum"
  cat "$STAMP.new.sum" >"$STAMP"
  touch -r "$STAMP.new" "$STAMP"
  rm -f "$STAMP.new" "$STAMP.new.sum" "$STAMP.list"
}

# A library of an older version would stay beside the newer one: when a POM changed, the folders are filled anew.
forget_old_libraries() {
  for module in $RUNNABLE_MODULES; do
    folder=$ROOT/${module%%:*}/target/lib
    if [ -d "$folder" ] && [ -n "$(find "$ROOT" -name target -prune -o -name pom.xml -newer "$folder" -print)" ]; then
      rm -rf "$folder"
    fi
  done
}

run_maven() {
  : >"$BUILD_LOG"
  {
    (cd "$ROOT" && umask 022 && JAVA_HOME=$JDK_HOME "$MAVEN" -B -Dfast -Dmaven.test.skip=true package 2>&1)
    printf '\nmaven-ended %s\n' $? # on a line of its own: Maven may leave one open
  } | {
    fetched=0
    while IFS= read -r line; do
      case $line in
        'maven-ended '*) exit "${line#maven-ended }" ;;
        *'Downloaded from'*)
          fetched=$((fetched + 1))
          [ $((fetched % 50)) -ne 0 ] || say "    $fetched files fetched"
          ;;
        *'] Building Sidik'*'['*/*']' | *'INFO] Building Sidik'*)
          say "  ${line##*Building }"
          printf '%s\n' "$line" >>"$BUILD_LOG"
          ;;
        *'Downloading from'* | *'Progress ('*) ;;
        *) printf '%s\n' "$line" >>"$BUILD_LOG" ;;
      esac
    done
    exit 1
  }
}
