import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** The seven flows as a Java program makes them: its client offers HTTP/2 with every request. Prints each status. */
public class SevenFlows {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static String url;

  public static void main(String[] arguments) throws Exception {
    url = arguments[0];
    var account = "{\"username\":\"java\",\"password\":\"p\",\"email\":\"j@example.org\"}";
    call("POST", "/user", account, "");
    call("POST", "/user", account, "");
    var token = field(call("POST", "/session", account, ""), "authToken\":\"([^\"]+)\"");
    var gameID = field(call("POST", "/game", "{\"gameName\":\"g\"}", token), "gameID\":(\\d+)");
    call("PUT", "/game", "{\"playerColor\":\"WHITE\",\"gameID\":" + gameID + "}", token);
    call("GET", "/game", null, token);
    call("DELETE", "/session", null, token);
    call("DELETE", "/session", null, token);
    call("POST", "/nothing", account, "");
    call("POST", "/user", "x".repeat(70_000), "");
    call("DELETE", "/db", null, "");
  }

  private static String call(String method, String path, String body, String token)
      throws Exception {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(URI.create(url + path)).method(method, publisher);
    if (!token.isEmpty()) request.header("authorization", token);
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    System.out.println(method + " " + path + " " + response.statusCode());
    return response.body();
  }

  private static String field(String json, String pattern) {
    var found = Pattern.compile(pattern).matcher(json);
    if (!found.find()) throw new IllegalStateException(json);
    return found.group(1);
  }
}
