package id.sidik.matcher.store;

import java.time.Instant;

/** The answer that a write request got, kept so that a repeated request gets it again. Holds no biometric data. */
public final class RecordedAnswer {
    private final IdempotentRequest request;
    private final Instant answeredAt;
    private final byte[] response;

    /** @param response as the edge wrote it; opaque here */
    public RecordedAnswer(IdempotentRequest request, Instant answeredAt, byte[] response) {
        this.request = request;
        this.answeredAt = answeredAt;
        this.response = response.clone();
    }

    public IdempotentRequest request() {
        return request;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public byte[] response() {
        return response.clone();
    }
}
