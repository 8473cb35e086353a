package id.sidik.bridge.emulator;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * The functions of the C library that make a pseudo-terminal. Constants are those of Linux with glibc, where x86-64 and
 * aarch64 agree.
 */
final class Libc {
    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int TCSANOW = 0;
    static final short POLLIN = 0x1;
    static final short POLLOUT = 0x4;
    /** ioctl that reads the settings of a terminal with its speed as a number; of the slave, if asked of the master. */
    static final long TCGETS2 = 0x802C_542AL;

    static final int EINTR = 4;
    static final int EAGAIN = 11;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    static final Libc POSIX_OPENPT = new Libc("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final Libc GRANTPT = new Libc("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final Libc UNLOCKPT = new Libc("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final Libc PTSNAME_R = new Libc("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    static final Libc OPEN = new Libc("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final Libc TCGETATTR = new Libc("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    static final Libc TCSETATTR = new Libc("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    static final Libc CFMAKERAW = new Libc("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    static final Libc POLL = new Libc("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    /** Of its variable arguments we pass one. */
    static final Libc IOCTL = new Libc(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));

    static final Libc READ = new Libc("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    static final Libc WRITE = new Libc("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    static final Libc CLOSE = new Libc("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final String name;
    private final MethodHandle handle;

    @SuppressWarnings("restricted") // Foreign functions are what this class is for.
    private Libc(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "the virtual scanner needs Linux with glibc; this system has no function " + name));
        this.name = name;
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        this.handle = linker.downcallHandle(address, descriptor, all);
    }

    /** The errno of a call that returned -1. */
    static int errno(MemorySegment callState) {
        return callState.get(ValueLayout.JAVA_INT, ERRNO);
    }

    static MemorySegment callState(Arena arena) {
        return arena.allocate(CALL_STATE);
    }

    /**
     * Calls the function.
     *
     * @param arguments the call state first
     * @return what it returned; 0 for a function that returns nothing
     */
    long call(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments) instanceof Number number ? number.longValue() : 0;
        } catch (Throwable e) {
            throw new IllegalStateException("the call of " + name + " does not fit its signature", e);
        }
    }

    /** Calls the function and insists that it succeeds. */
    long require(Object... arguments) throws IOException {
        long result = call(arguments);
        if (result < 0) {
            throw new IOException(name + " failed with errno " + errno((MemorySegment) arguments[0]));
        }
        return result;
    }
}
