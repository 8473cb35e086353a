#!/bin/sh
# Tests of the launcher, in a copy of it, with stand-ins for the JVM and for Maven. Usage: launcher/tests/run.sh [TEST...]
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
FAKE=$(mktemp -d "${TMPDIR:-/tmp}/sidik-launcher.XXXXXX") || exit 1
export FAKE
checkout=$FAKE/checkout
data=$FAKE/data
profiles=hardware-profiles/src/main/resources/hardware-profiles
failures=0

mkdir -p "$checkout/$profiles" "$checkout/device-bridge/src/main/java" "$FAKE/jdk/bin" "$FAKE/bin"
cp "$here/../../sidik" "$checkout/"
cp -R "$here/.." "$checkout/launcher"
cp -R "$here/../../$profiles/appliance" "$here/../../$profiles/udev" "$checkout/$profiles/"
echo '<project/>' >"$checkout/pom.xml"
echo 'class A {}' >"$checkout/device-bridge/src/main/java/A.java"
cp "$here/fake-java" "$FAKE/jdk/bin/java"
cp "$here/fake-java" "$FAKE/jdk/bin/javac"
cp "$here/fake-mvn" "$FAKE/bin/mvn"
chmod +x "$FAKE"/*/java "$FAKE"/jdk/bin/* "$FAKE"/bin/* 2>/dev/null
echo 'JAVA_VERSION="25.0.1"' >"$FAKE/jdk/release"
SIDIK_JAVA_HOME=$FAKE/jdk PATH=$FAKE/bin:$PATH SIDIK_DATA=$data
export SIDIK_JAVA_HOME PATH SIDIK_DATA
unset SIDIK_PROFILE SIDIK_JAVA_OPTS 2>/dev/null

finish() {
  sidik down >/dev/null 2>&1
  rm -rf "$FAKE"
}
trap finish EXIT
trap 'exit 130' INT TERM

sidik() { "$checkout/sidik" "$@"; }

# What a command says, both ways, and its exit code on the last line.
answer() {
  sidik "$@" 2>&1
  echo "code $?"
}

fail() {
  failures=$((failures + 1))
  printf '    FAILED: %s\n' "$*"
}

# expect TEXT PATTERN: a line of TEXT matches the basic regular expression
expect() { printf '%s\n' "$1" | grep -q -- "$2" || fail "no '$2' in: $1"; }

refuse() { printf '%s\n' "$1" | grep -q -- "$2" && fail "unexpected '$2' in: $1"; }

builds() { grep -c . "$FAKE/builds" 2>/dev/null || true; }

# await SECONDS COMMAND...: until the command succeeds
await() {
  tries=$(($1 * 5))
  shift
  while [ "$tries" -gt 0 ]; do
    "$@" && return 0
    tries=$((tries - 1))
    sleep 0.2
  done
  return 1
}

pid_of() { sed -n 's/^pid=//p' "$data/run/$1.properties" 2>/dev/null; }

is_new_pid() { [ -n "$(pid_of "$1")" ] && [ "$(pid_of "$1")" != "$2" ]; }

has_state() { [ "$(cat "$data/run/$1.state" 2>/dev/null)" = "$2" ]; }

fresh() {
  sidik down >/dev/null 2>&1
  rm -rf "$data" "$data.restoring" "$FAKE"/*.behaviour "$FAKE"/*.code
}

test_every_command_explains_itself() {
  for command in demo up down status restore test doctor version; do
    expect "$(answer "$command" --help)" "usage: ./sidik $command"
  done
  expect "$(answer)" 'usage: ./sidik COMMAND'
  expect "$(answer dance)" "no command 'dance'"
  expect "$(answer dance)" '^code 2'
  expect "$(answer up --colour)" "Unknown option '--colour'"
  expect "$(answer up --data)" '--data needs a value'
}

test_builds_once_and_again_only_after_a_change() {
  rm -rf "$checkout/target" "$FAKE/builds"
  sidik verify >/dev/null 2>&1
  sidik verify >/dev/null 2>&1
  [ "$(builds)" = 1 ] || fail "unchanged, and built $(builds) times"
  sleep 0.1
  echo 'class A { }' >"$checkout/device-bridge/src/main/java/A.java"
  sidik verify >/dev/null 2>&1
  [ "$(builds)" = 2 ] || fail "a changed file, and built $(builds) times"
  echo 'class B {}' >"$checkout/device-bridge/src/main/java/B.java"
  sidik verify >/dev/null 2>&1
  rm "$checkout/device-bridge/src/main/java/B.java"
  sidik verify >/dev/null 2>&1
  [ "$(builds)" = 4 ] || fail "a file came and went, and built $(builds) times"
  rm "$checkout/matcher/server/target/sidik-matcher-0.1.0-SNAPSHOT.jar"
  sidik verify >/dev/null 2>&1
  [ "$(builds)" = 5 ] || fail "a jar was lost, and built $(builds) times"
}

test_doctor_has_the_bridge_look_at_scanners_once_it_is_built() {
  rm -rf "$checkout/device-bridge/target" "$checkout/target"
  expect "$(answer doctor)" '^warning *scanners *not looked at'
  sidik verify >/dev/null 2>&1 # builds
  expect "$(answer doctor)" "^console: doctor --scanners --data $data\$"
  mkdir -p "$data"
  echo 'bridge:' >"$data/sidik.yaml"
  expect "$(answer doctor)" "^console: doctor --scanners --data $data --config $data/sidik.yaml\$"
  echo 1 >"$FAKE/console.code"
  expect "$(answer doctor)" '^code 1'
}

test_doctor_is_one_list_for_programs() {
  sidik verify >/dev/null 2>&1
  printf '#!/bin/sh\necho "{\\"checks\\":[{\\"check\\":\\"udev rule\\",\\"state\\":\\"ok\\"}]}"\n' >"$FAKE/jdk/bin/java"
  said=$(sidik doctor --json)
  cp "$here/fake-java" "$FAKE/jdk/bin/java"
  expect "$said" '^{"checks":\[{"check":"JDK","state":"ok",'
  expect "$said" '},{"check":"udev rule","state":"ok"},{"check":"Node",'
  expect "$said" '}\]}$'
}

test_doctor_says_which_ports_are_taken_and_asks_once() {
  rm -f "$FAKE/port-questions"
  printf '7446\n7447\n8443\n' >"$FAKE/taken-ports"
  said=$(answer doctor)
  rm "$FAKE/taken-ports"
  expect "$said" '^warning *ports *taken: 7446 7447$'
  expect "$said" 'eligibility.office-listen (7446), eligibility.door-listen (7447)'
  expect "$said" '^ok *facade ports *taken: 8443 - '
  [ "$(grep -c . "$FAKE/port-questions")" = 1 ] || fail "started $(grep -c . "$FAKE/port-questions") JVMs to ask"
  said=$(answer doctor)
  expect "$said" '^ok *ports *7441 to 7444, 7446, 7447 and 7480 are free$'
  expect "$said" '^ok *facade ports *7481, 7482, 8000 and 8443 are free'
}

test_a_failed_build_says_why_and_is_tried_again() {
  touch "$FAKE/build-fails" "$checkout/pom.xml"
  said=$(answer verify)
  expect "$said" 'there is a mistake'
  expect "$said" '^code 1'
  rm "$FAKE/build-fails"
  expect "$(answer verify)" '^code 0'
}

test_an_old_jdk_is_refused() {
  echo 'JAVA_VERSION="21.0.4"' >"$FAKE/jdk/release"
  said=$(answer verify)
  echo 'JAVA_VERSION="25.0.1"' >"$FAKE/jdk/release"
  expect "$said" 'no JDK 25 or later'
  expect "$said" '^code 2'
}

test_commands_go_to_the_console_with_the_data_folder() {
  expect "$(answer verify --nid 1 'a b.png')" "console: verify --nid 1 a b.png --data $data"
  expect "$(answer verify --data elsewhere)" 'console: verify --data elsewhere$'
  echo 3 >"$FAKE/console.code"
  expect "$(answer verify)" '^code 3'
}

test_commands_on_files_are_told_of_no_data_folder() {
  expect "$(answer template show 'a b.fmr')" 'console: template show a b.fmr$'
  expect "$(answer explain 'a b.png' c.png --out r.html)" 'console: explain a b.png c.png --out r.html$'
  echo 2 >"$FAKE/console.code"
  expect "$(answer template show none.fmr)" '^code 2'
}

test_a_restore_gets_its_name_when_it_is_proved() {
  said=$(answer restore --from /backup --keys-from=/keys)
  expect "$said" "console: restore --from /backup --keys-from /keys --data $data.restoring"
  expect "$said" "proved: .*eligibility.check.Main --data $data.restoring"
  expect "$said" "proved: .*CheckStore --data $data.restoring"
  expect "$said" '^code 0'
  [ -d "$data" ] || fail "$data has not got its name"
  echo 1 >"$data/something"
  expect "$(answer restore --from /backup --keys-from /keys)" 'is not empty'
  expect "$(answer restore --from /backup)" '^code 2'
}

test_a_restore_that_is_not_proved_leaves_nothing() {
  echo 1 >"$FAKE/proof.code"
  said=$(answer restore --from /backup --keys-from /keys)
  expect "$said" 'Nothing was restored'
  expect "$said" '^code 1'
  [ ! -e "$data.restoring" ] || fail "$data.restoring was left behind"
  [ ! -e "$data" ] || fail "$data was made"
}

test_up_serves_and_down_leaves_nothing() {
  expect "$(answer up)" 'bridge serves at 127.0.0.1:1'
  pid=$(pid_of bridge)
  expect "$(answer up)" 'is up on'
  [ "$(pid_of bridge)" = "$pid" ] || fail "the second up disturbed the first"
  expect "$(answer down)" 'Stopped'
  kill -0 "$pid" 2>/dev/null && fail "the bridge still runs"
  [ -z "$(ls "$data/run")" ] || fail "left behind: $(ls "$data/run")"
  expect "$(answer down)" 'Nothing runs'
  [ "$(find "$data" -prune -perm -0010)" = '' ] || fail "others can enter the data folder"
}

test_up_waits_while_a_start_makes_progress() {
  echo load >"$FAKE/matcher.behaviour" # 6 s, and no second of it without progress
  said=$(SIDIK_START_SECONDS_MAX=3 answer up)
  expect "$said" 'bridge serves at'
  expect "$said" '^code 0'
}

test_up_gives_up_when_a_start_makes_none() {
  echo hang >"$FAKE/matcher.behaviour"
  said=$(SIDIK_START_SECONDS_MAX=3 answer up)
  expect "$said" 'come no further for 3 s: loading: 1 of 6'
  expect "$said" '^code 1'
}

test_a_crashed_process_is_started_again() {
  sidik up >/dev/null 2>&1
  old=$(pid_of matcher)
  kill -9 "$old"
  await 60 is_new_pid matcher "$old" || fail "the matcher did not come back"
  kill -0 "$(pid_of bridge)" || fail "the bridge went down with it"
}

test_a_process_that_keeps_crashing_is_left_alone() {
  sidik up >/dev/null 2>&1
  echo crash >"$FAKE/matcher.behaviour"
  kill -9 "$(pid_of matcher)"
  await 120 has_state matcher gave-up || fail "still trying"
  expect "$(cat "$data/log/matcher.log")" 'ended 5 times within 60 s'
  mkdir -p "$data/trust" # a real process makes it
  expect "$(answer status)" 'matcher crashed 5 times'
}

test_up_says_which_process_failed_and_stops_the_others() {
  echo crash >"$FAKE/eligibility.behaviour"
  said=$(answer up)
  expect "$said" 'The eligibility did not start'
  expect "$said" 'eligibility says hello'
  expect "$said" '^code 1'
  [ -z "$(pid_of matcher)" ] || fail "the matcher was left running"
}

test_bad_settings_are_not_tried_again() {
  echo misconfigured >"$FAKE/bridge.behaviour"
  said=$(answer up)
  expect "$said" 'unknown key bridge.colour'
  expect "$said" 'misconfigured'
  refuse "$(cat "$data/log/bridge.log")" 'starting it again'
}

test_a_process_that_does_not_end_is_killed() {
  echo stubborn >"$FAKE/matcher.behaviour"
  sidik up >/dev/null 2>&1
  pid=$(pid_of matcher)
  expect "$(answer down)" 'matcher did not end within 20 s: killed'
  kill -0 "$pid" 2>/dev/null && fail "the matcher still runs"
}

test_demo_refuses_what_it_would_not_heed() {
  built=$(builds)
  said=$(answer demo --province --members abc)
  expect "$said" "numbers in digits, not 'abc'"
  expect "$said" 'code 2'
  said=$(answer demo --members 2000)
  expect "$said" 'say --province as well'
  expect "$said" 'code 2'
  said=$(answer demo --province --json)
  expect "$said" 'code 2'
  [ "$(builds)" = "$built" ] || fail "it built before it looked at the options"
}

test_demo_cleans_up_and_passes_its_code_on() {
  TMPDIR=$FAKE/tmp
  mkdir "$TMPDIR"
  export TMPDIR
  said=$(answer demo --once)
  expect "$said" 'console: demo --data .* --once'
  expect "$said" '^code 0'
  [ -z "$(ls "$TMPDIR")" ] || fail "left behind: $(ls "$TMPDIR")"
  echo 1 >"$FAKE/console.code"
  said=$(answer demo --once)
  expect "$said" '^code 1'
  expect "$said" 'What the processes said is in'
  unset TMPDIR
}

test_profiles_by_box_by_name_and_by_file() {
  expect "$(answer up --profile nosuch)" "no profile 'nosuch'; there are: .*branch .*kiosk"
  expect "$(answer up --profile kiosk)" 'profile kiosk'
  sidik down 2>/dev/null
  cp "$checkout/$profiles/appliance/demo.yaml" "$FAKE/mine.yaml"
  expect "$(answer up --profile "$FAKE/mine.yaml")" 'profile mine'
}

arguments_of() { cat "$FAKE/$1.arguments"; }

test_a_profile_becomes_options_of_the_virtual_machine() {
  sidik up --profile central >/dev/null 2>&1
  for option in UseZGC UseCompactObjectHeaders UseTransparentHugePages UseNUMA AOTCache=; do
    expect "$(arguments_of matcher)" "-XX:+*$option"
  done
  expect "$(arguments_of matcher)" '-Xmx8g'
  expect "$(arguments_of bridge)" '-Xmx1g'
  sidik down 2>/dev/null
  sidik up --profile demo >/dev/null 2>&1
  expect "$(arguments_of matcher)" '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xmx512m'
  for option in UseTransparentHugePages UseNUMA AOT; do
    refuse "$(arguments_of matcher)" "$option"
  done
}

test_a_kiosk_bounds_its_bridge() {
  sidik up --profile kiosk >/dev/null 2>&1
  expect "$(arguments_of bridge)" '-Xms16m -XX:MaxMetaspaceSize=96m -XX:ReservedCodeCacheSize=48m -Xmx192m'
  refuse "$(arguments_of matcher)" '-Xms'
  sidik down 2>/dev/null
}

test_starts_are_learned_once_for_each_build() {
  rm -rf "$checkout/target/aot"
  TMPDIR=$FAKE/tmp-learning
  mkdir "$TMPDIR"
  export TMPDIR
  expect "$(answer up --profile kiosk)" 'Learning how the three processes start'
  expect "$(arguments_of matcher)" '-XX:AOTCache='
  [ "$(find "$checkout/target/aot" -name '*.aot' | grep -c .)" = 3 ] || fail "learned: $(ls "$checkout/target/aot")"
  [ -z "$(ls "$TMPDIR")" ] || fail "left behind: $(ls "$TMPDIR")"
  unset TMPDIR
  sidik down 2>/dev/null
  refuse "$(answer up --profile kiosk)" 'Learning'
  sidik down 2>/dev/null
  sleep 1.1 # a build is newer than what was learned before it, on file systems that count seconds, too
  echo 'class C {}' >"$checkout/device-bridge/src/main/java/C.java"
  expect "$(answer up --profile kiosk)" 'Learning'
}

test_a_start_that_can_not_be_learned_starts_all_the_same() {
  rm -rf "$checkout/target/aot"
  : >"$FAKE/learns-nothing"
  said=$(answer up --profile kiosk)
  rm "$FAKE/learns-nothing"
  expect "$said" 'matcher left nothing'
  expect "$said" 'bridge serves at'
  refuse "$(arguments_of matcher)" 'AOT'
}

test_a_package_is_made_where_paths_have_blanks_and_stars() {
  spaced="$FAKE/a check * out"
  cp -R "$checkout" "$spaced"
  for tool in jdeps jlink; do
    # shellcheck disable=SC2016 # the stand-in expands them
    printf '#!/bin/sh\nprintf "<%%s>\\n" "$@" >"$FAKE/%s.arguments"\necho java.base\n' $tool >"$FAKE/jdk/bin/$tool"
    chmod +x "$FAKE/jdk/bin/$tool"
  done
  "$spaced/sidik" package >/dev/null 2>&1
  for word in "$spaced/device-bridge/target/lib" "$spaced/device-bridge/target/sidik-device-bridge-0.1.0-SNAPSHOT.jar"; do
    grep -q -x -F "<$word>" "$FAKE/jdeps.arguments" || fail "jdeps was not asked about $word: $(cat "$FAKE/jdeps.arguments")"
  done
  expect "$(cat "$FAKE/jlink.arguments")" '^<java.base,jdk.incubator.vector'
  rm -rf "$spaced" "$FAKE/jdk/bin/jdeps" "$FAKE/jdk/bin/jlink"
}

# shellcheck disable=SC2046 # names are words
[ $# -gt 0 ] || set -- $(sed -n 's/^\(test_[a-z_]*\)() {/\1/p' "$0")
for name in "$@"; do
  before=$failures
  fresh
  "$name"
  [ "$failures" -gt "$before" ] && verdict=FAILED || verdict=ok
  printf '%-6s %s\n' "$verdict" "$(printf '%s' "${name#test_}" | tr _ ' ')"
done
[ "$failures" -eq 0 ]
