package org.junheng.jobs.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units in which a column may be delivered when its heading or the evaluation says so, and how each moves the decimal point. */
public final class Units {
    private static final List<String> COUNTED =
            List.of("人", "名", "位", "台", "册", "间", "个", "班", "份", "所", "分", "m2", "平方米", "人次", "天", "日", "节");
    private static final Map<String, Integer> MONEY = Map.of("元", -4, "百元", -2, "千元", -1, "万元", 0);
    private static final Map<String, Integer> SHARES = Map.of("%", -2, "‰", -3);

    private Units() {}

    /** Unit to places: 元 is -4 for a column of 10 000 yuan, % is -2 for a share. */
    public static Map<String, Integer> of(Schema.Column column) {
        Range range = column.component().getAnnotation(Range.class);
        if (column.name().endsWith("_10k_yuan")) {
            return new TreeMap<>(MONEY);
        } else if (range != null && range.max() == 1) {
            return new TreeMap<>(SHARES);
        }
        Map<String, Integer> counted = new TreeMap<>();
        COUNTED.forEach(unit -> counted.put(unit, 0));
        return counted;
    }

    /** Whether a word is a unit of any column. */
    public static boolean isUnit(String word) {
        return COUNTED.contains(word) || MONEY.containsKey(word) || SHARES.containsKey(word);
    }
}
