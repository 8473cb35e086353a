# Everything that CI runs, on a bare machine, too.
# shellcheck shell=sh

test_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    cat <<'TEXT'
usage: ./sidik test

Everything that CI runs: installs what the tests need (as root, with apt-get; else it says how), all checks and all tests
of all modules, then ./sidik demo --once.
TEXT
    return 0
  }
  need_jdk
  need_maven
  need_test_tools
  say_step "The launcher itself"
  sh "$ROOT/launcher/tests/run.sh" || die "The launcher's tests failed"
  say_step "Checks and tests of all modules"
  (cd "$ROOT" && umask 022 && JAVA_HOME=$JDK_HOME "$MAVEN" -B -ntp verify) || die "The tests failed"
  say_step "The demonstration, once"
  (unset DATA; "$ROOT/sidik" demo --once) || die "The demonstration failed"
  say_tests_run
  say_good "All tests passed."
}

# What tests use besides the JDK and Maven: a gRPC client of another language, a browser for the kiosk page, the library that
# drives USB readers, what plays recordings of such readers back to it, and what judges a unit of systemd.
need_test_tools() {
  missing=''
  has_node || missing='nodejs npm'
  has_browser || missing="$missing chromium chromium-driver"
  has_fprint || missing="$missing libfprint-2-2"
  has_umockdev || missing="$missing umockdev"
  command -v systemd-analyze >/dev/null || missing="$missing systemd"
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say_step "Installing for the tests: $missing"
    # shellcheck disable=SC2086 # packages are words
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing; } >&2 \
      || die "Could not install: $missing"
  else
    die "The tests need: $missing; for example: sudo apt-get install $missing"
  fi
}

has_node() { command -v node >/dev/null && command -v npm >/dev/null; }

# ldconfig is not on the path of every user.
has_fprint() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q 'libfprint-2\.so\.2'; }

has_umockdev() { command -v umockdev-run >/dev/null; }

# Where the test of the kiosk page looks for them.
has_browser() { [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]; }

# Surefire's totals once more, added up, where they are easy to find.
say_tests_run() {
  find "$ROOT" -path '*/target/surefire-reports/*.txt' -exec sed -n 's/^Tests run: //p' {} + \
    | sed 's/[^0-9 ]*,[^0-9]*/ /g' | {
      run=0 failed=0 errors=0 skipped=0
      while read -r a b c d _; do
        run=$((run + a)) failed=$((failed + b)) errors=$((errors + c)) skipped=$((skipped + d))
      done
      say "Tests run: $run, Failures: $failed, Errors: $errors, Skipped: $skipped"
    }
}
