package id.sidik.eligibility.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that a decision may depend on besides policy and day, gathered before it is made and kept with it. A fact that nobody supplied is
 * missing, which is not the same as false: a rule that needs it cannot be evaluated, and the answer is Undetermined.
 *
 * <p>Holds no name and no national ID number.
 */
public final class Facts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Fact, Object> values;

    private Facts(Map<Fact, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** For a member who is registered, or for nobody: then nothing was ever paid. */
    public static Builder about(Purpose purpose, Optional<Member> member) {
        Builder facts = new Builder(new EnumMap<>(Fact.class))
                .with(Fact.PURPOSE, purpose.name())
                .with(Fact.MEMBER_KNOWN, member.isPresent());
        member.ifPresent(facts::member);
        return facts;
    }

    /** These and more. */
    public Builder and() {
        return new Builder(new EnumMap<>(values));
    }

    /** Nothing is known yet. */
    static Builder none() {
        return new Builder(new EnumMap<>(Fact.class));
    }

    public Optional<Object> find(Fact fact) {
        return Optional.ofNullable(values.get(fact));
    }

    /** What is asked for. Always known. */
    public Purpose purpose() {
        return Purpose.valueOf((String) known(Fact.PURPOSE));
    }

    /** Whether the number is registered. Always known. */
    public boolean memberKnown() {
        return (Boolean) known(Fact.MEMBER_KNOWN);
    }

    /** Always known. */
    public PresenceKind presence() {
        return PresenceKind.valueOf((String) known(Fact.PRESENCE_KIND));
    }

    private Object known(Fact fact) {
        Object value = values.get(fact);
        if (value == null) {
            throw new IllegalStateException("facts were made without " + fact.factName());
        }
        return value;
    }

    /** Flat, in the order of {@link Fact}: the same facts are always the same text. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        values.forEach((fact, value) -> {
            switch (value) {
                case Boolean flag -> json.put(fact.factName(), flag);
                case Long number -> json.put(fact.factName(), number);
                default -> json.put(fact.factName(), FactType.written(value));
            }
        });
        return json.toString();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException naming the fact that is not one
     */
    public static Facts ofJson(String json) {
        try {
            return FactsReader.read(JSON.readTree(json)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts are a JSON object", e);
        }
    }

    /**
     * Reads an object whose fields are facts, or objects of them: {@code {"member": {"status": ...}}} is {@code member.status}.
     *
     * @throws IllegalArgumentException naming the fact that is not one
     */
    public static Facts of(JsonNode json) {
        return FactsReader.read(json).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && facts.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Says how many there are, and none of them: they are about a person. */
    @Override
    public String toString() {
        return "Facts[" + values.get(Fact.PURPOSE) + ", " + values.size() + " facts]";
    }

    /** Gathers facts, each once, or the last one said. */
    public static final class Builder {
        private final Map<Fact, Object> values;

        private Builder(Map<Fact, Object> values) {
            this.values = values;
        }

        /**
         * Adds one.
         *
         * @param value of the fact's type: text, flag, whole number, day or {@link PaidMonths}
         * @throws IllegalArgumentException if the fact can not have it
         */
        public Builder with(Fact fact, Object value) {
            Object exact = value instanceof Integer number ? Long.valueOf(number) : value;
            if (!fact.takes(exact)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s is %s%s, not %s",
                        fact.factName(),
                        fact.type(),
                        fact.words().isEmpty()
                                ? ""
                                : " of " + fact.words().stream().sorted().toList(),
                        value));
            }
            values.put(fact, exact);
            return this;
        }

        /** And all that another one was told, which wins. */
        Builder with(Builder more) {
            values.putAll(more.values);
            return this;
        }

        /** As far as the value is known. */
        public Builder with(Fact fact, Optional<?> value) {
            value.ifPresent(known -> with(fact, (Object) known));
            return this;
        }

        private void member(Member member) {
            with(Fact.MEMBER_STATUS, member.status().name());
            with(Fact.MEMBER_SEGMENT, member.segment().name());
            with(Fact.MEMBER_REGISTERED_ON, Policy.dayOf(member.registeredAt()));
        }

        /** What was paid to the programme of the purpose; without a standing nothing ever was. */
        public Builder standing(Optional<Standing> standing) {
            with(
                    Fact.PROGRAMME_PAID,
                    standing.map(known -> new PaidMonths(known.paidMonths())).orElse(PaidMonths.none()));
            return with(
                    Fact.PROGRAMME_TOTAL, standing.map(Standing::totalRupiah).orElse(0L));
        }

        public Builder presence(Presence presence) {
            with(Fact.PRESENCE_KIND, presence.kind().name());
            if (presence instanceof Presence.ByFallback(String method)) {
                with(Fact.PRESENCE_METHOD, method);
            }
            return this;
        }

        /** A check at a counter, which asks whether there is something to claim and not yet for its payment. */
        public Builder nothingStated(LocalDate askedOn) {
            with(Fact.ASKED_ON, askedOn);
            with(Fact.MEMBER_UNDER_REVIEW, false);
            with(Fact.CLAIM_REASON, "UNSTATED");
            with(Fact.VISIT_FACILITY_CONTRACTED, true);
            with(Fact.VISIT_OTHER_STAY, false);
            with(Fact.VISIT_OTHER_AUTHORISATION, false);
            with(Fact.VISIT_WORK_INJURY, false);
            return with(Fact.VISIT_APPROVAL, false);
        }

        /**
         * All that was said.
         *
         * @throws IllegalArgumentException if they cannot be true together, or say too little to decide about anything
         */
        public Facts build() {
            for (Fact needed : new Fact[] {Fact.PURPOSE, Fact.MEMBER_KNOWN, Fact.PRESENCE_KIND}) {
                if (!values.containsKey(needed)) {
                    throw new IllegalArgumentException("facts must say " + needed.factName() + ": " + needed.meaning());
                }
            }
            boolean memberKnown = (Boolean) values.getOrDefault(Fact.MEMBER_KNOWN, false);
            if (!memberKnown && "PROVED".equals(values.get(Fact.PRESENCE_KIND))) {
                throw new IllegalArgumentException("nobody can prove to be a member who does not exist");
            }
            return new Facts(new EnumMap<>(values));
        }
    }
}
