package id.sidik.bridge.fprint.child;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the standard output for our answers: GLib prints messages there, too, which would be taken for some. */
final class StandardOutput {
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;

    private StandardOutput() {}

    /** The pipe that was the standard output. Whatever native code prints from now on goes to the standard error. */
    static OutputStream claim() throws IOException {
        try {
            int pipe = (int)
                    function("dup", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(OUTPUT);
            int moved = (int) function("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT))
                    .invokeExact(ERRORS, OUTPUT);
            if (pipe < 0 || moved < 0) {
                throw new IOException("the standard output can not be claimed");
            }
            return Files.newOutputStream(Path.of("/proc/self/fd/" + pipe));
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("dup does not fit its signature", e);
        }
    }

    @SuppressWarnings("restricted") // Foreign functions are what this class is for.
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
