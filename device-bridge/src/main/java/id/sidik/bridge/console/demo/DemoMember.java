package id.sidik.bridge.console.demo;

import java.util.List;

/**
 * Somebody who does not exist.
 *
 * @param nid valid by the rules of the NIK and made up
 * @param seed grows the right index finger
 */
record DemoMember(String nid, String name, long seed) {
    /** The cast, in the order of their numbers on the prompt, which count from 1. */
    static final List<DemoMember> CAST = List.of(
            new DemoMember("3174011708850003", "Budi Santoso", 7_401),
            new DemoMember("3174015708850003", "Siti Rahayu", 7_402),
            new DemoMember("3273014101000001", "Dewi Anggraini", 7_403),
            new DemoMember("1101012902000001", "Teuku Iskandar", 7_404),
            new DemoMember("3578010503790002", "Agus Wijaya", 7_405),
            new DemoMember("3578014611920004", "Rina Kusumawati", 7_406),
            new DemoMember("5171012304880001", "Made Sudarma", 7_407),
            new DemoMember("7371016507950003", "Andi Nurhayati", 7_408),
            new DemoMember("6171011409830002", "Hendra Gunawan", 7_409),
            new DemoMember("1271015012900005", "Maria Sihombing", 7_410),
            new DemoMember("9171012606970001", "Yohanes Wanggai", 7_411),
            new DemoMember("3471014808720002", "Sri Wahyuni", 7_412));

    /** Her contributions ended half a year ago. */
    static final DemoMember LAPSED = CAST.get(2);

    /** Nobody was ever registered with it. */
    static final String UNKNOWN_NID = "3578011205150007";

    /** A second number for somebody who has one. */
    static final String SECOND_NID = "3174011708850004";
}
