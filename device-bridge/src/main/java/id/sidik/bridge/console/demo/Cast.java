package id.sidik.bridge.console.demo;

import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The hands of the members. They grow side by side while the first ones are used: each takes a few tenths of a second. */
final class Cast implements AutoCloseable {
    private final ExecutorService growers;
    private final Map<DemoMember, Future<Hand>> hands = new LinkedHashMap<>();

    /** @param firstImpression see {@link Hand} */
    Cast(List<DemoMember> members, int firstImpression) {
        this.growers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("finger-", 0).daemon().factory());
        members.forEach(member ->
                hands.put(member, growers.submit(() -> new Hand(SyntheticFinger.of(member.seed()), firstImpression))));
    }

    Hand handOf(DemoMember member) {
        Future<Hand> hand = hands.get(member);
        if (hand == null) {
            throw new IllegalArgumentException("not of the cast: " + member);
        }
        try {
            return hand.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a finger grew", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a finger could not grow", e.getCause());
        }
    }

    @Override
    public void close() {
        growers.shutdownNow();
    }
}
