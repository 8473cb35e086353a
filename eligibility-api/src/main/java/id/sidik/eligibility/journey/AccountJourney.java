package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.contribution.Arrears;
import id.sidik.eligibility.contribution.ChannelLine;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Ledger;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.Reconciliation;
import id.sidik.eligibility.contribution.Reconciliation.Finding;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.ChannelFileLine;
import id.sidik.eligibility.v1.FindingKind;
import id.sidik.eligibility.v1.GetAccountRequest;
import id.sidik.eligibility.v1.MemberAccount;
import id.sidik.eligibility.v1.PaymentState;
import id.sidik.eligibility.v1.ProgrammeAccount;
import id.sidik.eligibility.v1.ReconcileChannelDayRequest;
import id.sidik.eligibility.v1.ReconcileChannelDayResponse;
import id.sidik.eligibility.v1.ReconciliationFinding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How members stand with what they owe, and channels with what they took. */
public final class AccountJourney {
    /** The most lines of one reconciliation; a channel's busier day comes in parts, each with its own channel name. */
    static final int LINES_MAX = 100_000;

    private static final int FINDINGS_TOLD_MAX = 10_000;

    private final Books books;
    private final MemberRequests requests;

    AccountJourney(Books books) {
        this.books = books;
        this.requests = new MemberRequests(books);
    }

    /** One member's programmes on one day. */
    public MemberAccount account(GetAccountRequest request, Caller caller) {
        LocalDate day = request.getOn().isEmpty()
                ? requests.today()
                : MemberRequests.date(request.getOn(), "DATE_INVALID", "on");
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        List<Contribution> contributions = books.contributionsOf(member.nid());
        Dues dues = Dues.of(books, member);
        MemberAccount.Builder account = MemberAccount.newBuilder();
        for (Programme programme : programmes(member, contributions)) {
            account.addProgrammes(account(Ledger.of(programme, contributions), dues, day));
        }
        books.store().commit(Transaction.auditing(books.event(AuditEventType.ACCOUNT_READ, caller, member.nid())));
        return account.build();
    }

    private Set<Programme> programmes(Member member, Collection<Contribution> contributions) {
        Set<Programme> programmes = EnumSet.noneOf(Programme.class);
        programmes.addAll(books.profileOf(member.nid()).map(Profile::programmes).orElse(Set.of()));
        contributions.forEach(contribution -> programmes.add(contribution.programme()));
        return programmes;
    }

    private static ProgrammeAccount account(Ledger all, Dues dues, LocalDate day) {
        Ledger ledger = all.asOf(day);
        Arrears arrears = dues.on(day, ledger);
        ProgrammeAccount.Builder account = ProgrammeAccount.newBuilder()
                .setProgramme(Wording.programme(ledger.programme()))
                .setState(state(arrears.state()))
                .addAllUnpaidMonths(texts(arrears.unpaidMonths()))
                .addAllOverdueMonths(texts(arrears.overdueMonths()))
                .setMonthsPaid(ledger.monthsPaid())
                .setTotalRupiah(ledger.totalRupiah())
                .setLastWageRupiah(ledger.lastWageRupiah().orElse(0))
                .setAverageWageRupiah(ledger.averageWageRupiah().orElse(0));
        arrears.reactivation()
                .ifPresent(reactivation -> account.setReactivatedOn(
                                reactivation.on().toString())
                        .setMonthsInArrears(reactivation.monthsInArrears()));
        if (!ledger.months().isEmpty()) {
            account.setFirstMonth(ledger.months().firstKey().toString())
                    .setLastMonth(ledger.months().lastKey().toString());
        }
        return account.build();
    }

    private static List<String> texts(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    private static PaymentState state(id.sidik.eligibility.contribution.PaymentState state) {
        return switch (state) {
            case CURRENT -> PaymentState.PAID_UP;
            case IN_GRACE -> PaymentState.IN_GRACE;
            case IN_ARREARS -> PaymentState.IN_ARREARS;
        };
    }

    /** A channel's own file beside our postings of that channel and day. */
    public ReconcileChannelDayResponse reconcile(ReconcileChannelDayRequest request, Caller caller) {
        String channel = Requests.channel(request.getChannel());
        LocalDate day = MemberRequests.date(request.getDay(), "DATE_INVALID", "day");
        if (request.getLinesCount() > LINES_MAX) {
            throw RequestRefusedException.invalid(
                    "LINES_TOO_MANY", "at most " + LINES_MAX + " lines, not " + request.getLinesCount());
        }
        List<ChannelLine> theirs =
                request.getLinesList().stream().map(AccountJourney::line).toList();
        List<Contribution> ours =
                books.store().list(ContributionBody.CHANNEL_DAYS, ContributionBody.channelDay(channel, day), LINES_MAX);
        Reconciliation found = Reconciliation.of(ours, theirs);
        AuditEvent event = books.event(AuditEventType.CHANNEL_RECONCILED, caller)
                .with(AuditField.CHANNEL, channel)
                .with(AuditField.EFFECTIVE_ON, day.toString())
                .with(AuditField.ROW_COUNT, Integer.toString(theirs.size()))
                .with(
                        AuditField.OUTCOME,
                        found.matched() + " matched, " + found.findings().size() + " findings");
        books.store().commit(Transaction.auditing(event));
        return worded(found);
    }

    private static ChannelLine line(ChannelFileLine line) {
        try {
            return new ChannelLine(line.getLine(), line.getReference(), line.getAmountRupiah());
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("LINE_INVALID", "line " + line.getLine() + ": " + e.getMessage());
        }
    }

    private static ReconcileChannelDayResponse worded(Reconciliation found) {
        ReconcileChannelDayResponse.Builder response = ReconcileChannelDayResponse.newBuilder()
                .setMatched(found.matched())
                .setMatchedRupiah(found.matchedRupiah())
                .setOursRupiah(found.oursRupiah())
                .setTheirsRupiah(found.theirsRupiah());
        for (Finding finding : found.findings()) {
            count(response, finding);
            if (response.getFindingsCount() < FINDINGS_TOLD_MAX) {
                response.addFindings(worded(finding));
            }
        }
        return response.build();
    }

    private static void count(ReconcileChannelDayResponse.Builder response, Finding finding) {
        switch (finding) {
            case Finding.MissingHere _ -> response.setMissingHere(response.getMissingHere() + 1);
            case Finding.MissingThere _ -> response.setMissingThere(response.getMissingThere() + 1);
            case Finding.AmountDiffers _ -> response.setAmountDiffers(response.getAmountDiffers() + 1);
            case Finding.Repeated _ -> response.setRepeatedLines(response.getRepeatedLines() + 1);
        }
    }

    private static ReconciliationFinding worded(Finding finding) {
        ReconciliationFinding.Builder worded = ReconciliationFinding.newBuilder();
        return switch (finding) {
            case Finding.MissingHere(ChannelLine theirs) ->
                theirs(worded, theirs).setKind(FindingKind.MISSING_HERE).build();
            case Finding.Repeated(ChannelLine theirs) ->
                theirs(worded, theirs).setKind(FindingKind.REPEATED_LINE).build();
            case Finding.MissingThere(Contribution ours) ->
                ours(worded, ours).setKind(FindingKind.MISSING_THERE).build();
            case Finding.AmountDiffers(ChannelLine theirs, Contribution ours) ->
                theirs(ours(worded, ours), theirs)
                        .setKind(FindingKind.AMOUNT_DIFFERS)
                        .build();
        };
    }

    private static ReconciliationFinding.Builder theirs(ReconciliationFinding.Builder worded, ChannelLine line) {
        return worded.setLine(line.line()).setReference(line.reference()).setTheirsRupiah(line.amountRupiah());
    }

    private static ReconciliationFinding.Builder ours(ReconciliationFinding.Builder worded, Contribution ours) {
        return worded.setReference(ours.reference())
                .setOursRupiah(ours.amountRupiah())
                .setContributionId(ours.contributionId())
                .setMaskedNid(ours.nid().masked());
    }
}
