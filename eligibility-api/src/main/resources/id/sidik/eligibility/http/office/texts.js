// Every word that the page itself shows, in Indonesian and English. Words of reports come from the service, in both as well.

const texts = {
  id: {
    language: "id", otherLanguage: "English", office: "Kantor", skip: "Langsung ke isi", signOut: "Keluar",
    dark: "Gelap", light: "Terang", loading: "Memuat…", failed: "Gagal: {detail}", asTable: "Angka sebagai tabel",
    tableBelow: "Angkanya ada di tabel di bawah.", total: "Jumlah", none: "Tidak ada", show: "Tampilkan", hide: "Sembunyikan",
    nav: { dashboard: "Ringkasan", reports: "Laporan", queue: "Antrean kasus", members: "Peserta", decisions: "Keputusan", complaints: "Pengaduan", audit: "Log audit" },
    signIn: "Masuk", signInLead: "Buka halaman ini dengan perintah ./sidik office pada mesin ini, atau tempelkan token akses petugas atau auditor.",
    token: "Token akses", signInFailed: "Token ini tidak diterima. Mintalah yang baru.", ended: "Sesi berakhir. Silakan masuk lagi.",
    roles: { operator: "Petugas", auditor: "Auditor" },
    from: "Dari", to: "Sampai", apply: "Terapkan", live: "Segarkan tiap menit", updated: "Diperbarui {time}", lastYear: "12 bulan terakhir",
    dashboardLead: "Bagaimana gerbang bekerja, dan di mana petugas sebaiknya melihat.",
    fraudTitle: "Temuan menurut laporan", fraudLead: "Laporan tidak menuduh siapa pun: ia menunjukkan tempat untuk diperiksa.",
    findings: "Temuan", report: "Laporan", contributionsByMonth: "Iuran menurut bulan (juta rupiah)", claimsByProgramme: "Klaim menurut program",
    rejectsTitle: "Penolakan orang yang benar menurut umur", sitesTitle: "Lokasi", month: "Bulan", programme: "Program", group: "Kelompok", rate: "Tingkat",
    reportsLead: "Enam belas laporan penipuan dan sepuluh laporan manajemen. Pilih satu.",
    families: { FRAUD: "Penipuan", MANAGEMENT: "Manajemen" }, thresholds: "Ambang", rowsOf: "{shown} dari {total} baris",
    partial: "Laporan ini tidak lengkap: sebagian tidak muat di memori. Nama yang tidak ada di sini tidak membuktikan apa pun.",
    csv: "Unduh CSV", filter: "Saring baris", evidence: "Bukti", heaviest: "Yang terberat",
    queueLead: "Pendaftaran yang mirip peserta lain. Tidak ada yang didaftarkan sebelum petugas memutuskan.",
    queueEmpty: "Tidak ada kasus yang menunggu.", waitingSince: "Menunggu sejak", caseId: "Nomor kasus", applicant: "Pemohon", candidates: "Kandidat", candidate: "Kandidat {number}",
    likeness: "Orang asing semirip ini", oneIn: "1 dari {count} perbandingan", searchOneIn: "1 dari {count} pencarian",
    printsTitle: "Kedua sidik jari berdampingan", showPrints: "Tampilkan", finger: "Jari", mostAlike: "yang paling mirip",
    printsLead: "Minusia yang tersimpan dari keduanya, ditumpangkan. Setiap penayangan dicatat dalam audit beserta nama Anda.",
    printsSay: "{pairs} pasang minusia pada bidang bersama {area} mm², putaran {turn}°. Skor {score}: dari {rate} perbandingan jari orang lain, satu semirip ini.",
    printsLegend: "Nomor dan warna yang sama adalah satu pasang. Lingkaran: ujung bubungan; kotak: percabangan; garis: arahnya. Putus-putus: mestinya berpasangan, tetapi tidak. Bidang berarsir lebih gelap: bidang bersama.",
    printAlt: "{title}, {finger}: {minutiae} minusia, {pairs} di antaranya berpasangan. Angkanya ada di tabel di bawah.",
    pairsTitle: "Pasangan minusia", pair: "Pasangan", pairLikelihood: "Kemungkinan", pictures: "Gambar dari tempat lain",
    printsAbsent: { PROBE_ABSENT: "Dari pemohon tidak ada sidik jari yang tersimpan.", REFERENCE_ABSENT: "Dari kandidat tidak ada sidik jari ini.",
      PROBE_UNREADABLE: "Sidik jari pemohon disegel dengan kunci lain dan tidak dapat dibuka.", ENGINE_EXPLAINS_NOTHING: "Mesin pencocokan yang dipakai tidak menjelaskan kemiripan." },
    picturesLead: "Layanan tidak menyimpan gambar sidik jari. Gambar yang Anda punya dari tempat lain dapat dibuka di sini; gambar tetap di peramban ini dan tidak dikirim ke mana pun.",
    openPrint: "Buka gambar", rotate: "Putar", larger: "Perbesar", smaller: "Perkecil", invert: "Balik warna", noPrint: "Belum ada gambar",
    decideLead: "Keputusan dan alasannya masuk ke log audit. Dua petugas berbeda diperlukan untuk menggabungkan.",
    samePerson: "Orang yang sama", samePersonAs: "Sama dengan kandidat {number}", proposedBy: "{officer} mengusulkan: {verdict}. Petugas lain harus menyatakan hal yang sama.", differentPeople: "Orang berbeda", reason: "Alasan", reasonNeeded: "Tulis alasannya dahulu.", decided: "Keputusan tercatat.", proposed: "Usulan tercatat. Petugas kedua harus menyatakan hal yang sama.",
    membersLead: "Cari peserta dengan NIK atau nomor kartu. Setiap pembacaan dicatat.", nid: "NIK", number: "NIK (16 angka) atau nomor kartu (13 atau 11)", find: "Cari", digits: "{count} angka", cards: "Kartu",
    name: "Nama", segment: "Segmen", state: "Keadaan", fingers: "Sidik jari", enrolled: "Terdaftar", notEnrolled: "Belum terdaftar", registered: "Terdaftar sejak",
    standings: "Kepesertaan menurut program", paidUntil: "Dibayar sampai", monthsPaid: "Bulan dibayar", amount: "Jumlah", history: "Riwayat dalam log audit",
    born: "Lahir", sex: "Jenis kelamin", mergedInto: "Digabung ke", countsFor: "Juga untuk", affairs: "Pekerjaan, keluarga, persetujuan", work: "Bekerja pada",
    dependants: "Tanggungan", consents: "Persetujuan data", changes: "Perubahan status", given: "ya", refused: "tidak", visits: "Kunjungan", claims: "Klaim",
    eventDay: "Tanggal kejadian", asked: "Diminta", approved: "Disetujui", notShown: "Belum ditunjukkan",
    names: {
      WAGE_EARNER: "Penerima upah", INFORMAL: "Bukan penerima upah", CONSTRUCTION: "Jasa konstruksi", MIGRANT: "Pekerja migran",
      ACTIVE: "Aktif", SUSPENDED: "Ditangguhkan", DECEASED: "Meninggal", MERGED: "Digabung", FEMALE: "Perempuan", MALE: "Laki-laki",
      JKN_CARD: "JKN", KPJ_CARD: "KPJ", SPOUSE: "pasangan", CHILD: "anak", PARENT: "orang tua", BIOMETRICS: "Biometrik", DATA_SHARING: "Berbagi data", MESSAGES: "Pesan",
      OUTPATIENT: "Rawat jalan", DIALYSIS: "Cuci darah", ADMISSION: "Rawat inap", UNDER_WAY: "Berlangsung", DISCHARGED: "Pulang", COMPLETED: "Selesai", CANCELLED: "Dibatalkan",
      OPEN: "Dibuka", SUBMITTED: "Diajukan", APPROVED: "Disetujui", REJECTED: "Ditolak", APPEALED: "Banding", PAYMENT_NOTICED: "Dibayar",
      FINGER: "Sidik jari", OTHER_FINGER: "Jari lain", CARD_PIN: "Kartu dan PIN", ONE_TIME_CODE: "Kode sekali pakai", OFFICER_OVERRIDE: "Dua petugas", EMERGENCY_GRACE: "Gawat darurat",
    },
    decisionsLead: "Apa yang diputuskan gerbang, dan mengapa.", time: "Waktu", outcome: "Hasil", purpose: "Tujuan", facility: "Fasilitas", reasons: "Alasan", presence: "Kehadiran",
    outcomes: { Granted: "Diberikan", Denied: "Ditolak", Undetermined: "Belum pasti" }, all: "Semua", more: "Muat lagi", policy: "Aturan", entry: "Entri",
    complaintsLead: "Catat pengaduan, jawab, dan lihat yang menunggu.", newComplaint: "Catat pengaduan", topic: "Topik", channel: "Kanal", words: "Kata-kata pengadu", nidOptional: "NIK (boleh kosong)",
    facilityOptional: "Fasilitas (boleh kosong)", save: "Simpan", saved: "Tersimpan.", answer: "Jawaban", answerButton: "Jawab", waiting: "Menunggu", answeredState: "Dijawab", received: "Diterima",
    topics: { FINGER_REFUSED: "Jari ditolak", CONTRIBUTION_MISSING: "Iuran tidak tercatat", CLAIM_LATE: "Klaim lambat", STAFF: "Petugas", DATA_WRONG: "Data salah", OTHER: "Lainnya" },
    channels: { counter: "Loket", telephone: "Telepon", app: "Aplikasi", letter: "Surat" },
    auditLead: "Setiap peristiwa dalam log yang tidak dapat diubah diam-diam. Pilih satu untuk memeriksanya di peramban ini.",
    eventType: "Peristiwa", about: "Tentang peserta", actor: "Oleh", search: "Cari", index: "Nomor", hash: "Sidik daun", content: "Isi", check: "Periksa bukti",
    checkLeaf: "Sidik daun dihitung ulang dari isi", checkHead: "Tanda tangan Ed25519 pada titik periksa", checkPath: "Bukti penyertaan dari daun ke akar",
    agrees: "cocok", differs: "TIDAK COCOK", notChecked: "tidak dapat diperiksa di sini", headOf: "Titik periksa dengan {size} entri",
    chooseEvent: "Pilih sebuah peristiwa.", masked: "Nomor disamarkan",
  },
  en: {
    language: "en", otherLanguage: "Bahasa Indonesia", office: "office", skip: "Skip to content", signOut: "Sign out",
    dark: "Dark", light: "Light", loading: "Loading…", failed: "That failed: {detail}", asTable: "The numbers as a table",
    tableBelow: "The numbers are in the table below.", total: "Total", none: "None", show: "Show", hide: "Hide",
    nav: { dashboard: "Overview", reports: "Reports", queue: "Case queue", members: "Members", decisions: "Decisions", complaints: "Complaints", audit: "Audit log" },
    signIn: "Sign in", signInLead: "Open this page with ./sidik office on this machine, or paste the access token of an officer or an auditor.",
    token: "Access token", signInFailed: "This token is not accepted. Ask for a new one.", ended: "The session has ended. Please sign in again.",
    roles: { operator: "Officer", auditor: "Auditor" },
    from: "From", to: "To", apply: "Apply", live: "Refresh every minute", updated: "Updated {time}", lastYear: "Last 12 months",
    dashboardLead: "How the gate is doing, and where an officer should look.",
    fraudTitle: "Findings by report", fraudLead: "A report accuses nobody: it says where to look.",
    findings: "Findings", report: "Report", contributionsByMonth: "Contributions by month (million rupiah)", claimsByProgramme: "Claims by programme",
    rejectsTitle: "Right people refused, by age", sitesTitle: "Sites", month: "Month", programme: "Programme", group: "Group", rate: "Rate",
    reportsLead: "Sixteen reports on fraud and ten for management. Choose one.",
    families: { FRAUD: "Fraud", MANAGEMENT: "Management" }, thresholds: "Thresholds", rowsOf: "{shown} of {total} rows",
    partial: "This report is partial: not everything fitted into memory. A name that is missing here proves nothing.",
    csv: "Download CSV", filter: "Filter rows", evidence: "Evidence", heaviest: "The heaviest",
    queueLead: "Registrations that look like other members. Nothing of them is registered until an officer decides.",
    queueEmpty: "No case is waiting.", waitingSince: "Waiting since", caseId: "Case", applicant: "Applicant", candidates: "Candidates", candidate: "Candidate {number}",
    likeness: "Strangers this much alike", oneIn: "1 in {count} comparisons", searchOneIn: "1 in {count} searches",
    printsTitle: "Both prints side by side", showPrints: "Show", finger: "Finger", mostAlike: "the most alike",
    printsLead: "The minutiae that are stored of both, laid over one another. Each time they are shown is in the audit, with your name.",
    printsSay: "{pairs} pairs of minutiae in a common area of {area} mm², turned by {turn}°. Score {score}: of {rate} comparisons of strangers' fingers one is as much alike.",
    printsLegend: "The same number and colour are one pair. Circle: the end of a ridge; square: a bifurcation; the line is its direction. Dashed: should have a mate, and has none. Darker area: common to both.",
    printAlt: "{title}, {finger}: {minutiae} minutiae, {pairs} of them paired. The numbers are in the table below.",
    pairsTitle: "Pairs of minutiae", pair: "Pair", pairLikelihood: "Likelihood", pictures: "Pictures from elsewhere",
    printsAbsent: { PROBE_ABSENT: "No print of the applicant is kept.", REFERENCE_ABSENT: "The candidate has no print of this finger.",
      PROBE_UNREADABLE: "The applicant's prints were sealed with another key and cannot be opened.", ENGINE_EXPLAINS_NOTHING: "The matcher's engine does not explain what is alike." },
    picturesLead: "The services keep no pictures of fingers. Those that you have from elsewhere can be opened here; they stay in this browser and are sent nowhere.",
    openPrint: "Open a picture", rotate: "Turn", larger: "Larger", smaller: "Smaller", invert: "Invert", noPrint: "No picture yet",
    decideLead: "The decision and its reason go into the audit log. Merging needs two different officers.",
    samePerson: "One person", samePersonAs: "Same as candidate {number}", proposedBy: "{officer} has proposed: {verdict}. Another officer must say the same.", differentPeople: "Two people", reason: "Reason", reasonNeeded: "Write the reason first.", decided: "The decision is recorded.", proposed: "Your proposal is recorded. A second officer must say the same.",
    membersLead: "Find a member by NID or by the number of a card. Each reading is recorded.", nid: "NID", number: "NID (16 digits) or card number (13 or 11)", find: "Find", digits: "{count} digits", cards: "Cards",
    name: "Name", segment: "Segment", state: "State", fingers: "Fingers", enrolled: "Enrolled", notEnrolled: "Not enrolled", registered: "Member since",
    standings: "Standing by programme", paidUntil: "Paid until", monthsPaid: "Months paid", amount: "Amount", history: "History in the audit log",
    born: "Born", sex: "Sex", mergedInto: "Merged into", countsFor: "Counts for", affairs: "Work, family, consents", work: "Works for",
    dependants: "Dependants", consents: "Consents", changes: "Changes of state", given: "yes", refused: "no", visits: "Visits", claims: "Claims",
    eventDay: "Day of the event", asked: "Asked", approved: "Approved", notShown: "Not shown yet",
    names: {
      WAGE_EARNER: "Wage earner", INFORMAL: "Informal", CONSTRUCTION: "Construction", MIGRANT: "Migrant worker",
      ACTIVE: "Active", SUSPENDED: "Suspended", DECEASED: "Deceased", MERGED: "Merged", FEMALE: "Female", MALE: "Male",
      JKN_CARD: "JKN", KPJ_CARD: "KPJ", SPOUSE: "spouse", CHILD: "child", PARENT: "parent", BIOMETRICS: "Biometrics", DATA_SHARING: "Sharing of data", MESSAGES: "Messages",
      OUTPATIENT: "Outpatient", DIALYSIS: "Dialysis", ADMISSION: "Admission", UNDER_WAY: "Under way", DISCHARGED: "Discharged", COMPLETED: "Completed", CANCELLED: "Cancelled",
      OPEN: "Open", SUBMITTED: "Submitted", APPROVED: "Approved", REJECTED: "Rejected", APPEALED: "Appealed", PAYMENT_NOTICED: "Paid",
      FINGER: "Finger", OTHER_FINGER: "Another finger", CARD_PIN: "Card and PIN", ONE_TIME_CODE: "One-time code", OFFICER_OVERRIDE: "Two officers", EMERGENCY_GRACE: "Emergency",
    },
    decisionsLead: "What the gate decided, and why.", time: "Time", outcome: "Outcome", purpose: "Purpose", facility: "Facility", reasons: "Reasons", presence: "Presence",
    outcomes: { Granted: "Granted", Denied: "Denied", Undetermined: "Undetermined" }, all: "All", more: "Load more", policy: "Policy", entry: "Entry",
    complaintsLead: "Write complaints down, answer them, and see which wait.", newComplaint: "Write down a complaint", topic: "Topic", channel: "Channel", words: "The person's words", nidOptional: "NID (may be empty)",
    facilityOptional: "Facility (may be empty)", save: "Save", saved: "Saved.", answer: "Answer", answerButton: "Answer", waiting: "Waiting", answeredState: "Answered", received: "Received",
    topics: { FINGER_REFUSED: "Finger refused", CONTRIBUTION_MISSING: "Contribution missing", CLAIM_LATE: "Claim late", STAFF: "Staff", DATA_WRONG: "Data wrong", OTHER: "Other" },
    channels: { counter: "Counter", telephone: "Telephone", app: "App", letter: "Letter" },
    auditLead: "Every event in a log that nobody can change unnoticed. Choose one to check it in this browser.",
    eventType: "Event", about: "About member", actor: "By", search: "Search", index: "Number", hash: "Leaf hash", content: "Content", check: "Check the proof",
    checkLeaf: "Leaf hash, computed again from the content", checkHead: "Ed25519 signature on the checkpoint", checkPath: "Inclusion proof from leaf to root",
    agrees: "agrees", differs: "DOES NOT AGREE", notChecked: "cannot be checked here", headOf: "Checkpoint of {size} entries",
    chooseEvent: "Choose an event.", masked: "Numbers are masked",
  },
};

const keyFigures = {
  "presences": ["Kehadiran terbukti", "Presences proven"],
  "genuine-reject-rate": ["Penolakan orang yang benar", "Right people refused"],
  "attempts-per-success": ["Upaya per keberhasilan", "Attempts per success"],
  "failure-to-enrol-rate": ["Gagal mendaftarkan jari", "Failure to enrol"],
  "answer-median": ["Waktu jawab, median", "Time to answer, median"],
  "answer-p95": ["Waktu jawab, p95", "Time to answer, p95"],
  "queue-median": ["Antrean, median", "Queue, median"],
  "fallback-rate": ["Jalur cadangan", "Fallbacks"],
  "fault-rate": ["Gangguan teknis", "Technical faults"],
  "duplicates-found": ["Dugaan ganda", "Duplicates suspected"],
  "duplicates-confirmed": ["Ganda terbukti", "Duplicates confirmed"],
  "cases-waiting": ["Kasus menunggu", "Cases waiting"],
  "oldest-case": ["Kasus tertua", "Oldest case"],
  "unverified-value": ["Nilai tanpa kehadiran", "Value without presence"],
};

let current = localStorage.getItem("language") === "en" ? "en" : "id";

export const words = () => texts[current];
export const locale = () => (current === "id" ? "id-ID" : "en-GB");
export const pick = (indonesian, english) => (current === "id" ? indonesian : english);
export const keyFigure = (name) => pick(...(keyFigures[name] ?? [name, name]));

export function switchLanguage() {
  current = current === "id" ? "en" : "id";
  localStorage.setItem("language", current);
}

/** What a constant of the contracts is called on the page; nothing for none. */
export const named = (constant) => (constant ? words().names[constant] ?? constant.replaceAll("_", " ").toLowerCase() : "");

/** What a name of the log means; a name that the service does not explain reads as it stands. */
export function meaning(explained, name) {
  const word = explained.get(name);
  return word ? pick(word.textId, word.textEn) : name.replaceAll("_", " ").toLowerCase();
}

const FINGERS = {
  id: { RIGHT: "kanan", LEFT: "kiri", THUMB: "ibu jari", INDEX: "telunjuk", MIDDLE: "jari tengah", RING: "jari manis", LITTLE: "kelingking" },
  en: { RIGHT: "right", LEFT: "left", THUMB: "thumb", INDEX: "index", MIDDLE: "middle", RING: "ring", LITTLE: "little" },
};

/** A finger of the contract as people call it. */
export function fingerName(name) {
  const [side, finger] = (name ?? "").split("_");
  const { id, en } = FINGERS;
  return en[side] ? pick(`${id[finger]} ${id[side]}`, `${en[side]} ${en[finger]}`) : pick("jari tidak diketahui", "unknown finger");
}

/** Puts values where {name} stands. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);

export const rupiah = (value) => `Rp ${number(value)}`;
export const shortRupiah = (value) => `Rp ${number(value, { notation: "compact", maximumFractionDigits: 1 })}`;
export const count = (value) => number(value);
export const percent = (permille) => number(permille / 1000, { style: "percent", maximumFractionDigits: 1 });
export const moment = (iso) => new Date(iso).toLocaleString(locale(), { dateStyle: "medium", timeStyle: "medium" });
export const day = (iso) => new Date(`${iso}T00:00:00`).toLocaleDateString(locale(), { dateStyle: "medium" });
export const maskedCard = (number) => `${"·".repeat(number.length - 4)}${number.slice(-4)}`;
export const maskedNid = (nid) => (nid.length === 16 ? `${nid.slice(0, 4)}········${nid.slice(12)}` : nid);

/** A number of a report in the unit of its column; a dash where nothing was recorded. */
export function inUnit(text, unit) {
  if (text === "" && unit !== "DAY" && unit !== "WORD") {
    return "–";
  }
  const value = Number(text);
  switch (unit) {
    case "COUNT": return count(value);
    case "RUPIAH": case "rupiah": return rupiah(value);
    case "PERMILLE": case "permille": return percent(value);
    case "POINTS": return count(value);
    case "KM": return `${count(value)} km`;
    case "KM_PER_HOUR": return `${count(value)} ${pick("km/jam", "km/h")}`;
    case "MINUTES": return `${count(value)} ${pick("menit", "min")}`;
    case "DAYS": case "days": return `${count(value)} ${pick("hari", value === 1 ? "day" : "days")}`;
    case "DAY": return text ? day(text) : "";
    case "ms": return `${count(value)} ms`;
    case "s": return value >= 120 ? `${count(Math.round(value / 60))} ${pick("menit", "min")}` : `${count(value)} s`;
    case "thousandths": return number(value / 1000, { maximumFractionDigits: 2 });
    case "count": return count(value);
    default: return text;
  }
}
