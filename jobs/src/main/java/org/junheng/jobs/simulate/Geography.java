package org.junheng.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junheng.jobs.table.SupportLevel;
import org.junheng.stats.CounterRandom;

/** Draws prefectures and counties. Codes 539xxx are not in use; names are taken from the calendar and belong to no real place. */
final class Geography {
    static final String PROVINCE_CODE = "530000";
    static final String PROVINCE_NAME = "示例省(虚构)";
    private static final int PER_PREFECTURE = 99;
    private static final String[] PREFECTURES = {"立春市", "雨水州", "惊蛰州", "春分市", "谷雨州", "立夏市", "小满州", "夏至市", "白露州", "冬至市"};
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private Geography() {}

    static List<DrawnCounty> draw(Plan plan) {
        CounterRandom random = CounterRandom.of(plan.seed(), "county");
        int count = Math.min(
                Math.max(1, Math.round(plan.schools() / (float) Layout.BLOCK)), PER_PREFECTURE * PREFECTURES.length);
        int prefectures = Math.min(PREFECTURES.length, (count + 3) / 4);
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
                String.format(Locale.ROOT, "539%d%02d", prefecture, inside + 1),
                name(c) + (inside == 0 ? "区" : "县"),
                String.format(Locale.ROOT, "539%d00", prefecture),
                PREFECTURES[prefecture],
                support(c),
                first,
                next - first,
                0.92 + 0.30 * random.uniform(c, 0),
                0.15 + 0.35 * random.uniform(c, 1));
    }

    /** A name that no other county has. */
    private static String name(int c) {
        int all = STEMS.length() * BRANCHES.length();
        String name = STEMS.substring(c % all / BRANCHES.length(), c % all / BRANCHES.length() + 1)
                + BRANCHES.charAt(c % BRANCHES.length());
        return c < all ? name : name + STEMS.charAt(c / all);
    }

    private static SupportLevel support(int c) {
        return switch (c % 4) {
            case 1 -> SupportLevel.NATIONAL;
            case 3 -> SupportLevel.PROVINCIAL;
            default -> SupportLevel.NONE;
        };
    }
}
