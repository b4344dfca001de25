package io.scapa.curation.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts a page into blocks of text; what is never content by its tag or role is left out. */
final class TextBlocks implements NodeVisitor {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "button",
            "select",
            "option",
            "input",
            "textarea",
            "form",
            "nav",
            "footer",
            "aside",
            "dialog",
            "head");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q", "s",
            "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "ins", "del", "big", "tt");
    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu");
    private static final Pattern NAMES = Pattern.compile(
            "(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|footer|sidebar|cookies?|consent|banner|popup|modal|share|sharing|social"
                    + "|related|recommend(?:ed|ations)?|promo|advert(?:isement)?|ads?|sponsor(?:ed)?|newsletter|subscribe|comments?"
                    + "|pagination|pager|toolbar|skip-link|byline-links|tags?)(?:$|[-_ ])",
            Pattern.CASE_INSENSITIVE);

    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder linked = new StringBuilder();
    private String tag = "body";
    private int inLink;
    private int skipped;

    static List<TextBlock> of(Element body) {
        TextBlocks visitor = new TextBlocks();
        body.traverse(visitor);
        visitor.flush();
        return visitor.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            skipped += skipped > 0 || isNever(element) ? 1 : 0;
            if (skipped == 0) {
                open(element);
            }
        } else if (skipped == 0 && node instanceof TextNode words) {
            text.append(words.getWholeText());
            if (inLink > 0) {
                linked.append(words.getWholeText()).append(' ');
            }
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            text.append('\n');
        } else if (!INLINE.contains(name)) {
            flush();
            tag = name;
        }
        inLink += name.equals("a") ? 1 : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (skipped > 0) {
            skipped--;
            return;
        }
        inLink -= element.normalName().equals("a") ? 1 : 0;
        if (!INLINE.contains(element.normalName()) && !element.normalName().equals("br")) {
            flush();
            tag = element.parent() == null ? "body" : element.parent().normalName();
        }
    }

    private static boolean isNever(Element element) {
        String name = element.normalName();
        if (name.equals("body") || name.equals("article") || name.equals("main")) {
            return false;
        }
        return NEVER.contains(name)
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || ROLES.contains(element.attr("role"))
                || name.equals("header") && element.closest("article, main") == null
                || NAMES.matcher(element.className()).find()
                || NAMES.matcher(element.id()).find()
                || element.attr("style").replace(" ", "").contains("display:none");
    }

    private void flush() {
        boolean lines = tag.equals("pre");
        String even = lines
                ? text.toString().strip()
                : text.toString()
                        .replaceAll("[ \\t\\r\\f\\u00a0]+", " ")
                        .replaceAll(" ?\\n[ \\n]*", "\n")
                        .strip();
        even = lines ? even : even.replace("\n", text.indexOf("\n") >= 0 && tag.equals("br") ? "\n" : " ");
        if (!even.isEmpty()) {
            blocks.add(new TextBlock(even, tag, words(even), words(linked.toString())));
        }
        text.setLength(0);
        linked.setLength(0);
    }

    private static int words(String text) {
        String bare = text.strip();
        return bare.isEmpty() ? 0 : bare.split("\\s+").length;
    }
}
