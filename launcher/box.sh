# What this box is, which appliance profile fits it, and what that means for a virtual machine.
# shellcheck shell=sh

BOX_PROFILES=$ROOT/hardware-profiles/src/main/resources/hardware-profiles/appliance

box_cores() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 1; }

# Whole GiB, rounded down; of a container its limit.
box_memory_gib() {
  kib=$(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)
  [ -n "$kib" ] || kib=$(($(sysctl -n hw.memsize 2>/dev/null || echo 2147483648) / 1024))
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null)
  case $limit in
    '' | *[!0-9]*) ;;
    *) [ $((limit / 1024)) -ge "$kib" ] || kib=$((limit / 1024)) ;;
  esac
  echo $((kib / 1048576))
}

# A value of a profile. The files are flat on purpose: a line is "key: value".
profile_value() { sed -n "s/^$2: *//p" "$1"; }

# Sets PROFILE to a file: the one asked for, or the largest that fits; most cores first, then most memory.
choose_profile() {
  if [ -n "$PROFILE" ]; then
    [ -f "$PROFILE" ] || PROFILE=$BOX_PROFILES/$PROFILE.yaml
    [ -f "$PROFILE" ] || die_misused "There is no profile '$(basename "$PROFILE" .yaml)'; there are: $(profile_names)"
    PROFILE=$(absolute_path "$PROFILE")
    return 0
  fi
  cores=$(box_cores) memory=$(box_memory_gib) best=0
  PROFILE=$BOX_PROFILES/demo.yaml
  for file in "$BOX_PROFILES"/*.yaml; do
    cores_min=$(profile_value "$file" match.cores-min)
    memory_min=$(profile_value "$file" match.memory-gib-min)
    size=$((cores_min * 100000 + memory_min))
    if [ "$cores_min" -le "$cores" ] && [ "$memory_min" -le "$memory" ] && [ "$size" -gt "$best" ]; then
      best=$size PROFILE=$file
    fi
  done
}

profile_names() { for file in "$BOX_PROFILES"/*.yaml; do printf '%s ' "$(basename "$file" .yaml)"; done; }

# Templates and keys are in memory: no heap dumps, no cores, no attaching. Unsafe and native access: RocksDB, gRPC, OpenCV.
SAFE_JVM_OPTIONS="-XX:-HeapDumpOnOutOfMemoryError -XX:+ExitOnOutOfMemoryError -XX:+DisableAttachMechanism -XX:-UsePerfData"
NATIVE_JVM_OPTIONS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
VECTOR_JVM_OPTIONS="--add-modules=jdk.incubator.vector" # says so on stderr at each start: not for commands that people type

# The options of the virtual machine of a process, from the profile, which says why.
jvm_options() {
  case $(profile_value "$PROFILE" jvm.gc) in
    serial) options=-XX:+UseSerialGC ;;
    parallel) options=-XX:+UseParallelGC ;;
    z) options=-XX:+UseZGC ;;
    *) options=-XX:+UseG1GC ;;
  esac
  case $(profile_value "$PROFILE" jvm.compilers) in
    quick) options="$options -XX:TieredStopAtLevel=1" ;;
  esac
  ! profile_has jvm.compact-headers on || options="$options -XX:+UseCompactObjectHeaders"
  ! profile_has jvm.large-pages transparent || options="$options -XX:+UseTransparentHugePages"
  ! profile_has jvm.numa on || options="$options -XX:+UseNUMA"
  for limit in heap-start:-Xms metaspace-max:-XX:MaxMetaspaceSize= code-cache-max:-XX:ReservedCodeCacheSize=; do
    value=$(profile_value "$PROFILE" "jvm.$1.${limit%%:*}")
    [ -z "$value" ] || options="$options ${limit#*:}$value"
  done
  printf '%s %s' "$options" "-Xmx$(profile_value "$PROFILE" "jvm.$1.heap-max")"
}

profile_has() { [ "$(profile_value "$PROFILE" "$1")" = "$2" ]; }
