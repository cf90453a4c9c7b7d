package org.junheng.jobs.report;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data as JSON that stays data inside a page: no character of it can close a script element or start markup. */
final class Json {
    /** Decimals that a page needs; it shows fewer. */
    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** Maps, collections, text, numbers, truth values and nulls. */
    static String of(Object value) {
        Json json = new Json();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value instanceof Double number) {
            text.append(Numbers.plain(number, DECIMALS));
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            text.append(value);
        } else {
            text(value.toString());
        }
    }

    private void map(Map<?, ?> map) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(first ? "" : ",");
            first = false;
            text(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
        }
        text.append('}');
    }

    private void list(Iterable<?> list) {
        text.append('[');
        for (Iterator<?> item = list.iterator(); item.hasNext(); ) {
            write(item.next());
            text.append(item.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void text(String words) {
        text.append('"');
        words.chars().forEach(c -> {
            boolean ascii = c >= ' ' && c < 0x7f && "\"\\<>&'".indexOf(c) < 0;
            boolean plain = ascii || (c > 0xa0 && c != 0x2028 && c != 0x2029);
            text.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c));
        });
        text.append('"');
    }
}
