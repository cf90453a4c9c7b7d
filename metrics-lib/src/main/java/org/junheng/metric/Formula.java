package org.junheng.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formula as the dictionary prints it. */
public record Formula(String text) {
    private static final MathContext SHOWN = new MathContext(12);

    /** The formula with numbers in the place of its terms, the longer terms first; twelve digits of each are shown. */
    public String with(Map<String, BigDecimal> terms) {
        if (terms.isEmpty()) {
            return text;
        }
        Pattern any = Pattern.compile("(?<![\\w.])(?:"
                + terms.keySet().stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?!\\w)");
        return any.matcher(text).replaceAll(term -> Matcher.quoteReplacement(shown(terms, term.group())));
    }

    private static String shown(Map<String, BigDecimal> terms, String term) {
        BigDecimal number = terms.getOrDefault(term, BigDecimal.ZERO);
        return number.round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
