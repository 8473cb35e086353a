package id.sidik.engine.template;

/**
 * The right to read the bytes of a template. It stops nobody: it makes every reader findable, and an architecture test lists
 * the packages that may hold it.
 */
public final class TemplateAccess {
    private static final TemplateAccess GRANTED = new TemplateAccess();

    private TemplateAccess() {}

    public static TemplateAccess get() {
        return GRANTED;
    }
}
