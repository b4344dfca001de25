package io.scapa.curation.filter;

import io.scapa.curation.recipe.PiiKind;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The form of one kind of personal data. Repetitions are possessive or bounded, so that no text makes a search slow.
 *
 * @param form what it looks like
 * @param proof what else must hold of it, such as check digits
 */
record PiiPattern(Pattern form, Predicate<String> proof) {
    /** RFC 5321's form without quoted local parts and address literals. */
    private static final PiiPattern EMAIL = new PiiPattern(
            Pattern.compile("(?<![\\w.+-])[A-Za-z0-9][\\w.!#$%&'*+/=?^`{|}~-]{0,63}@"
                    + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z]{2,24}(?![\\w-])"),
            PiiPattern::anything);

    /** E.164 with its plus sign, or ten digits as North America writes them. */
    private static final PiiPattern PHONE = new PiiPattern(
            Pattern.compile(
                    "(?<![\\w+.-])(?:\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,4}\\)?){2,6}"
                            + "|(?:\\+?1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4})(?![\\w-]|\\.\\d)"),
            PiiPattern::hasTelephoneLength);

    private static final PiiPattern IP = new PiiPattern(
            Pattern.compile("(?<![\\w.:-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w-]|\\.\\d)"
                    + "|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\\w:])"
                    + "|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\\w:]))"),
            PiiPattern::isPublicAddress);

    /** ISO 13616 with check digits by ISO 7064. */
    private static final PiiPattern IBAN = new PiiPattern(
            Pattern.compile("(?<![\\w-])[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![\\w-])"),
            PiiPattern::hasIbanCheckDigits);

    /** ISO/IEC 7812 with its check digit by Luhn's rule. */
    private static final PiiPattern CARD = new PiiPattern(
            Pattern.compile("(?<![\\w.-])[2-6]\\d{3}(?:[ -]?\\d{4}){2}[ -]?\\d{1,7}(?![\\w-]|\\.\\d)"
                    + "|(?<![\\w.-])3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}(?![\\w-]|\\.\\d)"),
            PiiPattern::hasLuhnDigit);

    private static final PiiPattern SSN = new PiiPattern(
            Pattern.compile("(?<![\\w-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])"),
            PiiPattern::anything);

    static PiiPattern of(PiiKind kind) {
        return switch (kind) {
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
            case IP -> IP;
            case IBAN -> IBAN;
            case CARD -> CARD;
            case SSN -> SSN;
        };
    }

    private static boolean anything(String found) {
        return true;
    }

    private static String digits(String found) {
        return found.replaceAll("\\D", "");
    }

    private static boolean hasTelephoneLength(String found) {
        int count = digits(found).length();
        return count >= 8 && count <= 15;
    }

    private static boolean hasLuhnDigit(String found) {
        String digits = digits(found);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0;
    }

    private static boolean hasIbanCheckDigits(String found) {
        String account = found.replace(" ", "").toUpperCase(Locale.ROOT);
        if (account.length() < 15 || account.length() > 34) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        for (char c : (account.substring(4) + account.substring(0, 4)).toCharArray()) {
            number.append(Character.getNumericValue(c));
        }
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Private, local, documentation and reserved ranges name nobody. */
    private static boolean isPublicAddress(String found) {
        if (found.indexOf(':') >= 0) {
            String lower = found.toLowerCase(Locale.ROOT);
            return !lower.matches("(?:f[cd]|fe[89ab]|ff|2001:0?db8|0{0,4}:).*");
        }
        String[] parts = found.split("\\.");
        int[] bytes = new int[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = Integer.parseInt(parts[i]);
            if (bytes[i] > 255 || parts[i].length() > 1 && parts[i].charAt(0) == '0') {
                return false;
            }
        }
        return !isReserved(bytes[0], bytes[1], bytes[2]);
    }

    private static boolean isReserved(int a, int b, int c) {
        return a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && (b == 168 || b == 0 && (c == 0 || c == 2))
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113;
    }
}
