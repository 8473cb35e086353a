# Finds a JDK that is new enough, and Maven.
# shellcheck shell=sh disable=SC2034 # other parts use what is found

JAVA_RELEASE_MIN=25
JDK_HOME=

# Prints the feature release of the JDK in a folder: 25. Nothing when there is no compiler in it.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$version" ] && printf '%s' "$version"
}

is_good_jdk() {
  release=$(jdk_release "$1") && [ "$release" -ge "$JAVA_RELEASE_MIN" ]
}

# The home of the javac on the PATH, links followed.
jdk_on_path() {
  tool=$(command -v javac) || return 1
  while [ -L "$tool" ]; do
    target=$(readlink "$tool")
    case $target in
      /*) tool=$target ;;
      *) tool=$(dirname "$tool")/$target ;;
    esac
  done
  dirname "$(dirname "$tool")"
}

find_jdk() {
  [ -z "$JDK_HOME" ] || return 0
  if [ -n "${SIDIK_JAVA_HOME:-}" ]; then # asked for by name: nothing else will do
    is_good_jdk "$SIDIK_JAVA_HOME" || die_misused "SIDIK_JAVA_HOME=$SIDIK_JAVA_HOME is no JDK $JAVA_RELEASE_MIN or later"
    JDK_HOME=$SIDIK_JAVA_HOME
    return 0
  fi
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_good_jdk "$home"; then
      JDK_HOME=$home
      return 0
    fi
  done
  return 1
}

jdk_cure() {
  cat <<TEXT
Install a JDK $JAVA_RELEASE_MIN or later, then try again:
  Debian, Ubuntu   add the packages of adoptium.net, then: apt-get install temurin-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install --cask temurin@25
  anywhere         sdk install java 25-tem     (sdkman.io)
or say where one is: SIDIK_JAVA_HOME=/path/to/jdk ./sidik ...
TEXT
}

need_jdk() {
  find_jdk || die "There is no JDK $JAVA_RELEASE_MIN or later on this box.
$(jdk_cure)"
}

find_maven() {
  for maven in "$(command -v mvn)" "${MAVEN_HOME:-/nowhere}/bin/mvn" /usr/share/maven/bin/mvn \
    "${HOME:-/nowhere}/.sdkman/candidates/maven/current/bin/mvn" /opt/*maven*/bin/mvn; do
    if [ -x "$maven" ]; then
      MAVEN=$maven
      return 0
    fi
  done
  return 1
}

maven_cure() {
  printf '%s' "Install Maven 3.8 or later: apt-get install maven, dnf install maven, brew install maven, or sdk install maven"
}

need_maven() { find_maven || die "There is no Maven on this box. $(maven_cure)"; }
