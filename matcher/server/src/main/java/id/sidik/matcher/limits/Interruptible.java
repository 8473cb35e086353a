package id.sidik.matcher.limits;

/** Work that ends early when its thread is interrupted, and has then changed nothing. */
@FunctionalInterface
public interface Interruptible<T> {
    T call() throws InterruptedException;
}
