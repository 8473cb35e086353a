package id.sidik.bridge.fprint.child;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The functions of libfprint 1.94 and GLib that a capture needs. Pointers live as long as the process. */
final class Libfprint {
    static final String LIBRARY = "libfprint-2.so.2";

    /** What is at the end of a {@code GError **}, as a value. */
    record Failure(int domain, int code, String message) {}

    /** GError: domain, code, message. */
    private static final long ERROR_CODE = 4;

    private static final long ERROR_MESSAGE = 8;
    private static final long ERROR_BYTES = 16;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final MemorySegment error = Arena.global().allocate(ADDRESS);
    private final MethodHandle contextDevices;
    private final MethodHandle deviceDriver;
    private final MethodHandle deviceOpen;
    private final MethodHandle deviceClose;
    private final MethodHandle deviceCapture;
    private final MethodHandle imageWidth;
    private final MethodHandle imageHeight;
    private final MethodHandle imageData;
    private final MethodHandle unref;
    private final MethodHandle errorFree;
    private final MemorySegment context;
    private final int retryDomain;

    /** @throws IllegalArgumentException when the library is not installed */
    @SuppressWarnings("restricted") // Foreign functions are what this class is for.
    Libfprint() {
        Arena forever = Arena.global();
        symbols = SymbolLookup.libraryLookup(LIBRARY, forever)
                .or(SymbolLookup.libraryLookup("libgobject-2.0.so.0", forever))
                .or(SymbolLookup.libraryLookup("libglib-2.0.so.0", forever));
        contextDevices = function("fp_context_get_devices", FunctionDescriptor.of(ADDRESS, ADDRESS));
        deviceDriver = function("fp_device_get_driver", FunctionDescriptor.of(ADDRESS, ADDRESS));
        FunctionDescriptor onDevice = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        deviceOpen = function("fp_device_open_sync", onDevice);
        deviceClose = function("fp_device_close_sync", onDevice);
        deviceCapture =
                function("fp_device_capture_sync", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        imageWidth = function("fp_image_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        imageHeight = function("fp_image_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        imageData = function("fp_image_get_data", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        unref = function("g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
        errorFree = function("g_error_free", FunctionDescriptor.ofVoid(ADDRESS));
        retryDomain = (int) call(function("fp_device_retry_quark", FunctionDescriptor.of(JAVA_INT)));
        context = (MemorySegment) call(function("fp_context_new", FunctionDescriptor.of(ADDRESS)));
    }

    @SuppressWarnings("restricted")
    private MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new IllegalArgumentException(LIBRARY + " has no function " + name));
        return linker.downcallHandle(address, descriptor);
    }

    /** How many readers the library has a driver for. */
    @SuppressWarnings("restricted")
    int deviceCount() {
        return devices().get(JAVA_INT, ADDRESS.byteSize());
    }

    MemorySegment device(int index) {
        @SuppressWarnings("restricted")
        MemorySegment pointers = devices().get(ADDRESS, 0).reinterpret((index + 1L) * ADDRESS.byteSize());
        return pointers.getAtIndex(ADDRESS, index);
    }

    /** GPtrArray: the pointers, then how many. */
    @SuppressWarnings("restricted")
    private MemorySegment devices() {
        MemorySegment array = (MemorySegment) call(contextDevices, context);
        return array.reinterpret(MemoryLayout.structLayout(ADDRESS, JAVA_INT).byteSize());
    }

    String driverOf(MemorySegment device) {
        return stringAt((MemorySegment) call(deviceDriver, device));
    }

    boolean open(MemorySegment device) {
        error.set(ADDRESS, 0, MemorySegment.NULL);
        return (int) call(deviceOpen, device, MemorySegment.NULL, error) != 0;
    }

    /** One that was pulled out can not be closed, and need not be. */
    void close(MemorySegment device) {
        error.set(ADDRESS, 0, MemorySegment.NULL);
        if ((int) call(deviceClose, device, MemorySegment.NULL, error) == 0) {
            failure();
        }
    }

    /** Waits for a finger, without end. NULL when there is no image. */
    MemorySegment capture(MemorySegment device) {
        error.set(ADDRESS, 0, MemorySegment.NULL);
        return (MemorySegment) call(deviceCapture, device, 1, MemorySegment.NULL, error);
    }

    int widthPx(MemorySegment image) {
        return (int) call(imageWidth, image);
    }

    int heightPx(MemorySegment image) {
        return (int) call(imageHeight, image);
    }

    /** A copy of the pixels, one byte each. */
    @SuppressWarnings("restricted")
    byte[] pixels(MemorySegment image) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment data = (MemorySegment) call(imageData, image, length);
            return data.reinterpret(length.get(JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    void free(MemorySegment object) {
        call(unref, object);
    }

    /** Takes the error of the last call that failed. */
    @SuppressWarnings("restricted")
    Failure failure() {
        MemorySegment found = error.get(ADDRESS, 0);
        if (found.equals(MemorySegment.NULL)) {
            return new Failure(0, 0, "an error without a word");
        }
        MemorySegment fields = found.reinterpret(ERROR_BYTES);
        Failure failure = new Failure(
                fields.get(JAVA_INT, 0),
                fields.get(JAVA_INT, ERROR_CODE),
                stringAt(fields.get(ADDRESS, ERROR_MESSAGE)));
        call(errorFree, found);
        return failure;
    }

    /** Whether the person may simply try again. */
    boolean isRetry(Failure failure) {
        return failure.domain() == retryDomain;
    }

    @SuppressWarnings("restricted")
    private static String stringAt(MemorySegment pointer) {
        return pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            Object result = function.invokeWithArguments(arguments);
            return result == null ? 0 : result;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of libfprint does not fit its signature", e);
        }
    }
}
