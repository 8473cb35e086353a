package id.sidik.engine.kernel;

/** Whether this process was started with the Vector API: {@code --add-modules jdk.incubator.vector}. */
final class VectorModule {
    static final boolean IS_PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorModule() {}
}
