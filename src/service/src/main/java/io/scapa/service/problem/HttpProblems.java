package io.scapa.service.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What HTTP itself refuses: unknown paths, wrong methods and media types. */
public class HttpProblems {
    @ServerExceptionMapper
    public Response http(WebApplicationException e, ContainerRequestContext request) {
        Response response = e.getResponse();
        String call = request.getMethod() + " " + request.getUriInfo().getPath();
        Problem problem = of(response.getStatus(), call + ": " + e.getMessage());
        Response.ResponseBuilder answer = Response.fromResponse(problem.toResponse());
        Object allow = response.getHeaders().getFirst("Allow");
        return allow == null ? answer.build() : answer.header("Allow", allow).build();
    }

    /** Answers what no other route has answered. */
    void lastRoute(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(HttpProblems::notFound);
    }

    private static void notFound(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(Problem.notFound("no such path: " + context.normalizedPath())
                        .toJson()
                        .toString());
    }

    private static Problem of(int status, String detail) {
        Response.StatusType type = Response.Status.fromStatusCode(status);
        String title = type == null ? "HTTP " + status : type.getReasonPhrase();
        return new Problem(status, title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), title, detail, List.of());
    }
}
