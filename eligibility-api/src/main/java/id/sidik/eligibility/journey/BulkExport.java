package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.employer.Employer;
import id.sidik.eligibility.employer.EmployerBody;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.Card;
import id.sidik.eligibility.member.CardBody;
import id.sidik.eligibility.member.Dependant;
import id.sidik.eligibility.member.DependantBody;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.Phone;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.ExportedRow;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records as rows of the fields that an import takes. Fields that are empty are left out. */
final class BulkExport {
    private static final int EMPLOYMENTS_MAX = 1_000;

    private final Books books;
    private final Cards cards;

    BulkExport(Books books) {
        this.books = books;
        this.cards = new Cards(books);
    }

    /** One page is read ahead of whoever takes the rows. */
    Iterator<ExportedRow> rows(BulkTable table) {
        return switch (table) {
            case MEMBERS -> rows(MemberBody.KIND, this::member);
            case EMPLOYERS -> rows(EmployerBody.KIND, BulkExport::employer);
            case DEPENDANTS -> rows(DependantBody.KIND, BulkExport::dependant);
            case CONTRIBUTIONS -> rows(ContributionBody.KIND, BulkExport::contribution);
            case CARDS -> rows(CardBody.KIND, Card::isInForce, BulkExport::card);
            case BULK_TABLE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no such table: " + table);
        };
    }

    private <T> Iterator<ExportedRow> rows(RecordKind<T> kind, Function<T, ExportedRow> wording) {
        return rows(kind, _ -> true, wording);
    }

    private <T> Iterator<ExportedRow> rows(RecordKind<T> kind, Predicate<T> counts, Function<T, ExportedRow> wording) {
        return Stream.iterate(page(kind, Optional.empty()), page -> page != null, page -> after(kind, page))
                .flatMap(page -> page.entries().stream())
                .filter(counts)
                .map(wording)
                .iterator();
    }

    private <T> Page<T> page(RecordKind<T> kind, Optional<String> token) {
        return books.store().page(kind, RecordKey.ANY, token, EligibilityStore.PAGE_MAX);
    }

    private <T> @Nullable Page<T> after(RecordKind<T> kind, Page<T> page) {
        return page.nextToken().isPresent() ? page(kind, page.nextToken()) : null;
    }

    private ExportedRow member(Member member) {
        ExportedRow.Builder row = ExportedRow.newBuilder();
        put(row, "nid", member.nid().wholeDigits());
        put(row, "full_name", member.fullName());
        put(row, "segment", member.segment().name());
        books.profileOf(member.nid()).ifPresent(profile -> {
            put(row, "birth_date", profile.birthDate().toString());
            put(row, "sex", profile.sex().name());
            put(row, "mother_name", profile.motherName().orElse(""));
            put(row, "phone", profile.phone().map(Phone::e164).orElse(""));
            put(row, "district_code", profile.districtCode());
            put(row, "citizenship", profile.citizenship().map(Enum::name).orElse(""));
            put(row, "programmes", profile.programmes().stream().map(Enum::name).collect(Collectors.joining(" ")));
        });
        books.store().list(EmploymentBody.KIND, RecordKey.of(member.nid()), EMPLOYMENTS_MAX).stream()
                .filter(work -> work.until().isEmpty())
                .reduce((_, later) -> later)
                .ifPresent(work -> {
                    put(row, "employer_id", work.npp().value());
                    put(row, "since", work.since().toString());
                    put(row, "wage_rupiah", Long.toString(work.wageRupiah()));
                });
        put(
                row,
                "card_numbers",
                cards.of(member.nid()).stream()
                        .filter(Card::isInForce)
                        .map(card -> card.number().wholeDigits())
                        .collect(Collectors.joining(" ")));
        return row.build();
    }

    private static ExportedRow card(Card card) {
        ExportedRow.Builder row = ExportedRow.newBuilder();
        put(row, "nid", card.nid().wholeDigits());
        put(row, "card_number", card.number().wholeDigits());
        return row.build();
    }

    private static ExportedRow employer(Employer employer) {
        ExportedRow.Builder row = ExportedRow.newBuilder();
        put(row, "employer_id", employer.npp().value());
        put(row, "name", employer.name());
        put(row, "risk_tier", employer.riskTier().name());
        put(row, "district_code", employer.districtCode());
        return row.build();
    }

    private static ExportedRow dependant(Dependant dependant) {
        ExportedRow.Builder row = ExportedRow.newBuilder();
        put(row, "nid", dependant.member().wholeDigits());
        put(row, "full_name", dependant.fullName());
        put(row, "relationship", dependant.relationship().name());
        put(row, "birth_date", dependant.birthDate().toString());
        put(row, "sex", dependant.sex().name());
        put(row, "dependant_nid", dependant.nid().map(Nid::wholeDigits).orElse(""));
        return row.build();
    }

    private static ExportedRow contribution(Contribution contribution) {
        ExportedRow.Builder row = ExportedRow.newBuilder();
        put(row, "channel", contribution.channel());
        put(row, "reference", contribution.reference());
        put(row, "kind", kind(contribution.kind()));
        put(row, "nid", contribution.nid().wholeDigits());
        put(row, "programme", contribution.programme().name());
        put(row, "period", contribution.period().toString());
        put(row, "amount_rupiah", Long.toString(contribution.amountRupiah()));
        contribution.wageRupiah().ifPresent(wage -> put(row, "wage_rupiah", Long.toString(wage)));
        put(row, "paid_on", contribution.paidOn().toString());
        put(row, "employer_id", contribution.employer().map(Npp::value).orElse(""));
        return row.build();
    }

    private static String kind(id.sidik.eligibility.contribution.ChannelKind kind) {
        return switch (kind) {
            case BANK -> ChannelKind.BANK.name();
            case E_COMMERCE -> ChannelKind.E_COMMERCE.name();
            case TELECOM -> ChannelKind.TELECOM.name();
            case AUTO_DEBIT -> ChannelKind.AUTO_DEBIT.name();
            case EMPLOYER -> ChannelKind.EMPLOYER_PAYS.name();
            case RETURNS -> ChannelKind.FUND_RETURNS.name();
            case UNSPECIFIED -> "";
        };
    }

    private static void put(ExportedRow.Builder row, String field, String value) {
        if (!value.isEmpty()) {
            row.putFields(field, value);
        }
    }
}
