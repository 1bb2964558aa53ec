/* As fast as a program on a terminal can be: one frame in one write, then a small write a key. cc -O2 -static -o floor floor.c */
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

int main(void) {
    struct termios before, raw;
    char keys[64], frame[16384];
    int length, row, column = 1;
    tcgetattr(0, &before);
    raw = before;
    cfmakeraw(&raw);
    tcsetattr(0, TCSANOW, &raw);
    length = sprintf(frame, "\x1b[?1049h\x1b[2J");
    for (row = 1; row < 35; row++)
        length += sprintf(frame + length, "\x1b[%d;1H%3d Dit is een regel van een beeld dat niets kan, maar dat wel even groot is als dat van een programma dat iets kan.", row, row);
    length += sprintf(frame + length, "\x1b[35;1Hklaar");
    if (write(1, frame, length) < 0) return 1;
    while (read(0, keys, sizeof keys) > 0 && keys[0] != 17) {
        column = column > 100 ? 7 : column + 1;
        length = sprintf(frame, "\x1b[35;%dH%c", column + 6, keys[0] == 27 ? 'v' : keys[0]);
        if (write(1, frame, length) < 0) break;
    }
    tcsetattr(0, TCSANOW, &before);
    return write(1, "\x1b[?1049l", 8) < 0;
}
