package id.sidik.eligibility.journey;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.keys.PackSeal;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.ReleasedTemplates;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.sitepack.IssuedPack;
import id.sidik.eligibility.sitepack.Roster;
import id.sidik.eligibility.sitepack.Site;
import id.sidik.eligibility.sitepack.SiteBody;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.ExpectMembersResponse;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.PackedMember;
import id.sidik.eligibility.v1.PackedTemplate;
import id.sidik.eligibility.v1.SealedSitePack;
import id.sidik.eligibility.v1.SitePack;
import id.sidik.wire.rpc.ProtoTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a facility needs to go on without a network. That templates leave, whose and for whom, is in the books before they do; only the
 * facility's bridge can read them.
 */
public final class SitePackJourney {
    private static final int DEVICES_AT_ONCE = 200;

    private final Books books;
    private final Matcher matcher;
    private final PolicyBook policies;
    private final Prospects prospects;
    private final ReceiptJourney receipts;
    private final AnswerBook<id.sidik.eligibility.v1.OfflineSite> sites;
    private final AnswerBook<ExpectMembersResponse> rosters;

    SitePackJourney(Books books, Matcher matcher, PolicyBook policies, FactGathering gathering) {
        this.books = books;
        this.matcher = matcher;
        this.policies = policies;
        this.prospects = new Prospects(policies, gathering);
        this.receipts = new ReceiptJourney(books);
        this.sites = new AnswerBook<>(books.store(), "AdmitSite", id.sidik.eligibility.v1.OfflineSite.parser());
        this.rosters = new AnswerBook<>(books.store(), "ExpectMembers", ExpectMembersResponse.parser());
    }

    /** Registers a facility's key and terms, or others than before. */
    public id.sidik.eligibility.v1.OfflineSite put(AdmitSiteRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Site site = SitePackWording.site(request.getSite(), books.now());
        Transaction transaction = Transaction.auditing(books.event(AuditEventType.SITE_REGISTERED, caller)
                        .with(AuditField.FACILITY, site.facility().id())
                        .with(AuditField.KEY_ID, site.packKeyHex())
                        .with(
                                AuditField.AMOUNT_RUPIAH,
                                Long.toString(site.terms().rupiahPerSiteDay())))
                .putting(SiteBody.KIND, site);
        return sites.commit(transaction, key, request, SitePackWording.site(site), SitePackJourney::unexpected);
    }

    /** Says whom the facility expects. */
    public ExpectMembersResponse expect(ExpectMembersRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Facility facility = Requests.facility(request.getFacilityId());
        site(facility);
        Roster roster = new Roster(facility, members(request.getNidsList()), books.now());
        ExpectMembersResponse answer = ExpectMembersResponse.newBuilder()
                .setMembers(roster.nids().size())
                .build();
        Transaction transaction = Transaction.auditing(books.event(AuditEventType.MEMBERS_EXPECTED, caller)
                        .with(AuditField.FACILITY, facility.id())
                        .with(
                                AuditField.RECORD_COUNT,
                                Integer.toString(roster.nids().size())))
                .putting(Roster.KIND, roster);
        return rosters.commit(transaction, key, request, answer, SitePackJourney::unexpected);
    }

    private List<Nid> members(List<String> numbers) {
        if (numbers.size() > Roster.MEMBERS_MAX) {
            throw RequestRefusedException.invalid(
                    "MEMBERS_TOO_MANY",
                    "nids are at most " + Roster.MEMBERS_MAX + ", not " + numbers.size()
                            + "; name those of a shorter time");
        }
        List<Nid> nids = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Nid nid = books.checkedNid(numbers.get(i)).nid();
            if (books.store().findMember(nid).isEmpty()) {
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.UNKNOWN,
                        "MEMBER_UNKNOWN",
                        "Nobody is registered under " + nid.masked() + "; leave the number out",
                        Map.of("number", Integer.toString(i + 1)));
            }
            nids.add(nid);
        }
        return nids;
    }

    /**
     * Makes the next pack.
     *
     * @throws id.sidik.eligibility.matching.MatcherUnavailableException when the templates are not to be had; nothing was changed
     */
    public IssueSitePackResponse issue(IssueSitePackRequest request, Caller caller) {
        Site site = site(Requests.facility(request.getFacilityId()));
        Instant now = books.now();
        Instant expiresAt = now.plus(site.validity());
        List<Member> expected = roster(site.facility()).stream()
                .flatMap(nid -> books.store().findMember(nid).stream())
                .filter(Member::fingersEnrolled)
                .toList();
        List<ReleasedTemplates> templates = matcher.release(
                expected.stream().map(Member::subject).toList(),
                caller.patience().left());
        List<PackedMember> packed = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            packed.add(packed(site, expected.get(i), templates.get(i), now, expiresAt));
        }
        Set<ByteString> revoked = revoked(site, expected, now, expiresAt);
        IssuedPack pack = new IssuedPack(
                books.newId(),
                site.facility(),
                expected.stream().map(Member::nid).toList(),
                now,
                expiresAt,
                0);
        long number = recorded(pack, templates, caller);
        return sealed(
                site,
                SitePack.newBuilder()
                        .setNumber(number)
                        .setFacilityId(site.facility().id())
                        .setIssuedAt(ProtoTime.of(now))
                        .setExpiresAt(ProtoTime.of(expiresAt))
                        .setPolicyVersion(policies.current().version())
                        .setTerms(SitePackWording.terms(site.terms()))
                        .setPseudonymKey(ByteString.copyFrom(siteKey(site)))
                        .addAllMembers(packed)
                        .addAllRevoked(revoked)
                        .addAllRevokedDevices(revokedDevices(site.facility()))
                        .setReceiptTrust(receipts.trust())
                        .build(),
                now,
                expiresAt);
    }

    private long recorded(IssuedPack pack, List<ReleasedTemplates> templates, Caller caller) {
        int references = templates.stream()
                .mapToInt(released -> released.messages().size())
                .sum();
        CommitResult result = books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.SITE_PACK_ISSUED, caller)
                                .with(AuditField.FACILITY, pack.facility().id())
                                .with(
                                        AuditField.RECORD_COUNT,
                                        Integer.toString(pack.members().size()))
                                .with(AuditField.REFERENCE_COUNT, Integer.toString(references))
                                .with(
                                        AuditField.POLICY_VERSION,
                                        policies.current().version())
                                .with(AuditField.EXPIRES_AT, pack.expiresAt().toString()))
                        .adding(IssuedPack.KIND, pack));
        if (result instanceof CommitResult.Committed(long auditIndex)) {
            return auditIndex;
        }
        throw unexpected(result);
    }

    private PackedMember packed(Site site, Member member, ReleasedTemplates templates, Instant now, Instant expiresAt) {
        return PackedMember.newBuilder()
                .setPseudonym(pseudonym(site, member.nid()))
                .addAllTemplates(templates.messages().stream()
                        .map(reference -> PackedTemplate.newBuilder()
                                .setFinger(reference.getFinger())
                                .setContent(reference.getTemplate().getContent())
                                .build())
                        .toList())
                .addAllProspects(prospects.of(member, site.terms().purposes(), site.facility(), now, expiresAt))
                .build();
    }

    /** Of earlier packs that may still be served from: whoever has no finger any more, or nothing to be granted. */
    private Set<ByteString> revoked(Site site, List<Member> inThisPack, Instant now, Instant expiresAt) {
        Set<Nid> seen = new HashSet<>(inThisPack.stream().map(Member::nid).toList());
        Set<ByteString> revoked = new HashSet<>();
        for (IssuedPack earlier : unexpired(site.facility(), now)) {
            for (Nid nid : earlier.members()) {
                if (seen.add(nid) && !isStillServed(site, nid, now, expiresAt)) {
                    revoked.add(pseudonym(site, nid));
                }
            }
        }
        return revoked;
    }

    private List<String> revokedDevices(Facility facility) {
        List<String> revoked = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<Device> page = books.store()
                    .page(Device.KIND, Device.BY_FACILITY, RecordKey.of(facility.id()), token, DEVICES_AT_ONCE);
            page.entries().stream()
                    .filter(Device::revoked)
                    .map(Device::deviceId)
                    .forEach(revoked::add);
            token = page.nextToken();
        } while (token.isPresent());
        return revoked;
    }

    private boolean isStillServed(Site site, Nid nid, Instant now, Instant expiresAt) {
        Optional<Member> member = books.store().findMember(nid).filter(Member::fingersEnrolled);
        return member.isPresent()
                && !prospects
                        .of(member.get(), site.terms().purposes(), site.facility(), now, expiresAt)
                        .isEmpty();
    }

    private List<IssuedPack> unexpired(Facility facility, Instant now) {
        List<IssuedPack> packs = new ArrayList<>();
        books.store().visit(IssuedPack.KIND, RecordKey.of(facility.id()), pack -> {
            if (now.isBefore(pack.expiresAt())) {
                packs.add(pack);
            }
            return pack.issuedAt().isAfter(now.minus(Site.VALIDITY_MAX));
        });
        return packs;
    }

    private IssueSitePackResponse sealed(Site site, SitePack pack, Instant now, Instant expiresAt) {
        byte[] info = ("sidik site pack 1 " + pack.getFacilityId() + " " + pack.getNumber())
                .getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = PackSeal.seal(site.packKey(), info, pack.toByteArray());
        String statement =
                books.keys().anchor().sitePack(pack.getNumber(), now, expiresAt, pack.getFacilityId(), sha256(sealed));
        return IssueSitePackResponse.newBuilder()
                .setPack(SealedSitePack.newBuilder().setStatement(statement).setSealed(ByteString.copyFrom(sealed)))
                .setAnchorPem(books.keys().anchor().publicKeyPem())
                .build();
    }

    private List<Nid> roster(Facility facility) {
        return books.store()
                .find(Roster.KIND, RecordKey.of(facility.id()))
                .map(Roster::nids)
                .orElse(List.of());
    }

    private Site site(Facility facility) {
        return books.store()
                .find(SiteBody.KIND, RecordKey.of(facility.id()))
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "SITE_UNKNOWN",
                        "No key of a bridge is known for " + facility.id() + "; an operator puts the site"));
    }

    private byte[] siteKey(Site site) {
        return books.keys().nidHasher().siteKey(site.facility().id());
    }

    private ByteString pseudonym(Site site, Nid nid) {
        return SitePackWording.pseudonym(siteKey(site), nid);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static IllegalStateException unexpected(CommitResult result) {
        return new IllegalStateException("nothing that was there stands in the way of this: " + result);
    }
}
