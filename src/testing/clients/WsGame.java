import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A move over the game protocol as a Java program makes it. Prints the type of each message, and how it was closed. */
public class WsGame implements WebSocket.Listener {
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();

  /** Arguments: the address of the server, a token, the number of a game in which its user plays White. */
  public static void main(String[] arguments) throws Exception {
    var listener = new WsGame();
    var address = URI.create(arguments[0].replaceFirst("^http", "ws") + "/ws");
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "null")
            .buildAsync(address, listener)
            .join();
    var common = "\",\"authToken\":\"" + arguments[1] + "\",\"gameID\":" + arguments[2];
    var position = "\"startPosition\":{\"row\":2,\"col\":5},\"endPosition\":{\"row\":4,\"col\":5}";
    socket.sendText("{\"commandType\":\"CONNECT" + common + "}", true).join();
    listener.print();
    // In two frames of one message.
    socket.sendText("{\"commandType\":\"MAKE_MOVE" + common, false).join();
    socket.sendText(",\"move\":{" + position + ",\"promotionPiece\":null}}", true).join();
    listener.print();
    socket.sendText("{\"commandType\":\"RESIGN" + common + "}", true).join();
    listener.print();
    socket.sendText("{\"commandType\":\"RESIGN" + common + "}", true).join();
    listener.print();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    listener.print();
  }

  private void print() throws InterruptedException {
    var message = messages.poll(20, TimeUnit.SECONDS);
    var type = Pattern.compile("serverMessageType\":\"(\\w+)").matcher(String.valueOf(message));
    System.out.println(type.find() ? type.group(1) : message);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(text.toString());
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
    messages.add("closed " + statusCode);
    return null;
  }
}
