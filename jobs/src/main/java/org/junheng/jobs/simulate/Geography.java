package org.junheng.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junheng.jobs.table.SupportLevel;
import org.junheng.stats.CounterRandom;

/** Draws prefectures and counties. Codes from 534000 to 539999 are not in use; names are taken from the calendar and belong to no real place. */
final class Geography {
    static final String PROVINCE_CODE = "530000";
    static final String PROVINCE_NAME = "示例省(虚构)";
    private static final int PER_PREFECTURE = 99;
    private static final String[] PREFECTURES = {"立春市", "雨水州", "惊蛰州", "春分市", "谷雨州", "立夏市", "小满州", "夏至市", "白露州", "冬至市"};
    private static final int ALL_PREFECTURES = 60;
    private static final int FIRST_PREFECTURE = 40;
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    /** Counties that ten prefectures hold, and that all of them do. */
    static final int USUAL = PER_PREFECTURE * PREFECTURES.length;

    static final int MOST = PER_PREFECTURE * ALL_PREFECTURES;

    private Geography() {}

    static List<DrawnCounty> draw(Plan plan) {
        CounterRandom random = CounterRandom.of(plan.seed(), "county");
        int count = plan.counties();
        int prefectures =
                Math.max(Math.min(PREFECTURES.length, (count + 3) / 4), (count + PER_PREFECTURE - 1) / PER_PREFECTURE);
        List<DrawnCounty> counties = new ArrayList<>(count);
        for (int c = 0; c < count; c++) {
            counties.add(county(c, count, prefectures, plan.schools(), random));
        }
        return List.copyOf(counties);
    }

    private static DrawnCounty county(int c, int count, int prefectures, int schools, CounterRandom random) {
        int prefecture = c % prefectures;
        int inside = c / prefectures;
        int first = (int) ((long) schools * c / count);
        int next = (int) ((long) schools * (c + 1) / count);
        return new DrawnCounty(
                c,
                code(prefecture, inside + 1),
                name(c) + (inside == 0 ? "区" : "县"),
                code(prefecture, 0),
                prefectureName(prefecture),
                support(c),
                first,
                next - first,
                0.92 + 0.30 * random.uniform(c, 0),
                0.15 + 0.35 * random.uniform(c, 1));
    }

    /** 5390 to 5399, then from 5340. */
    private static String code(int prefecture, int county) {
        int number = FIRST_PREFECTURE + (prefecture + ALL_PREFECTURES - PREFECTURES.length) % ALL_PREFECTURES;
        return String.format(Locale.ROOT, "53%d%02d", number, county);
    }

    /** A name that no other prefecture has. */
    private static String prefectureName(int p) {
        String name = PREFECTURES[p % PREFECTURES.length];
        return p < PREFECTURES.length ? name : BRANCHES.charAt(p / PREFECTURES.length - 1) + name;
    }

    /** A name that no other county has. */
    private static String name(int c) {
        int all = STEMS.length() * BRANCHES.length();
        String name = STEMS.substring(c % all / BRANCHES.length(), c % all / BRANCHES.length() + 1)
                + BRANCHES.charAt(c % BRANCHES.length());
        int round = c / all;
        return round == 0
                ? name
                : round < STEMS.length()
                        ? name + STEMS.charAt(round)
                        : name + STEMS.charAt(round / STEMS.length()) + STEMS.charAt(round % STEMS.length());
    }

    private static SupportLevel support(int c) {
        return switch (c % 4) {
            case 1 -> SupportLevel.NATIONAL;
            case 3 -> SupportLevel.PROVINCIAL;
            default -> SupportLevel.NONE;
        };
    }
}
