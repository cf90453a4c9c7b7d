package org.junheng.rules;

import java.math.BigDecimal;

/** How a value is held against a standard. */
public enum Operator {
    AT_LEAST(">=") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) >= 0;
        }
    },
    AT_MOST("<=") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) <= 0;
        }
    },
    BELOW("<") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) < 0;
        }
    },
    ABOVE(">") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) > 0;
        }
    },
    EQUAL("=") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) == 0;
        }
    },
    /** From the standard up to a second number, both included ({@code 3..6}); the second is held by the rule. */
    WITHIN("in") {
        @Override
        public boolean holds(BigDecimal value, BigDecimal standard) {
            return value.compareTo(standard) >= 0;
        }
    };

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public abstract boolean holds(BigDecimal value, BigDecimal standard);

    /** The sign: {@code >=}; {@code in} for a range. */
    @Override
    public String toString() {
        return sign;
    }

    /** @throws IllegalArgumentException for a sign that is none */
    public static Operator of(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("operator \"" + sign + "\" is not one of >=, <=, <, >, =, in");
    }
}
